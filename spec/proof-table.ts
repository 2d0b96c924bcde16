// What each committed proof proves: generated from proofs/fixtures by `npm run proofs`, never edited.
import type { Proof } from './proof';

export const PROOFS: readonly Proof[] = [
  {
    name: 'address-v1-first',
    bytes:
      '01b6ccf0e0ce00a8c0655c13fcc85a41f770208ec9bb9414adb26ec8cefa520c8448cba5989e60cf43070eda4ff9a9bd25818fdd12f40148b770dd2ab31fbcb43021cc38f732098cf99652ad5512dd12b214d3511ca3b3d05047b76db5dc798897a4ef6d4a5fcc940af55a5a977a7a827bb57e1502ce83df3c9064922fb55f70',
    spends: null,
    addresses: [
      {
        tree: 'address-tree-v1',
        seed: '0101010101010101010101010101010101010101010101010101010101010101',
        program: null,
        address: '004468e0ae3e51ec89fd4154edae7e531a8c832beca8c2c6a2039d8038362eb1',
        rootIndex: 3,
      },
    ],
    use: { executor: 'A', own: 0, writes: [] },
  },
  {
    name: 'address-v1-second',
    bytes:
      '28b0cf0d0c23a4493e9fe7e65d4af1c28aeaccd5dc5f3b9f686ab5898968c549adc8f3a0013d99870f3d43ab1f614adc80dfb864eb9a34222d681c432de1682718bd029030b887afcf45c1d4ba39462350f59b6033efa98cd03ac27d02d38b21b021139799a72a393daa421177d44143850f6a2e30eca53e3eed24270829a9b3',
    spends: null,
    addresses: [
      {
        tree: 'address-tree-v1',
        seed: '0202020202020202020202020202020202020202020202020202020202020202',
        program: null,
        address: '00522d9cd312b5484b7d2190a89348b987c6523d27cd41564586ed04c0869b9a',
        rootIndex: 3,
      },
    ],
    use: { executor: 'B', own: 0, writes: [] },
  },
  {
    name: 'address-v1-two-swapped',
    bytes:
      '172c4acb714afd7dc7e3cb9a74be31d9ce8336b616404edb3e96fc24440e6004a5b5e68f161ebacbf6943daf4b474d7b73c27bebb57b2c9eccf588a357f2c916101f578f96a3c50776674a66ac5940888e7aeb89f1e5c956b09d226b534b909d014f8cd475acac3dc003a5572f2ed0bb147918cef185b517c723aef2d330489e',
    spends: null,
    addresses: [
      {
        tree: 'address-tree-v1',
        seed: '0202020202020202020202020202020202020202020202020202020202020202',
        program: null,
        address: '00522d9cd312b5484b7d2190a89348b987c6523d27cd41564586ed04c0869b9a',
        rootIndex: 3,
      },
      {
        tree: 'address-tree-v1',
        seed: '0101010101010101010101010101010101010101010101010101010101010101',
        program: null,
        address: '004468e0ae3e51ec89fd4154edae7e531a8c832beca8c2c6a2039d8038362eb1',
        rootIndex: 3,
      },
    ],
    use: { executor: 'C', own: 0, writes: [] },
  },
  {
    name: 'address-v1-two',
    bytes:
      '2b9fd8ab8beefe208c5d0f7e73af5ef977a931bd30e872e9fdc6a87e6565be8b81e4934f920532f94abc8b289cffbddff5d50a7dd0ab9581d619c7d32f61ff023002e7aa7e5e213f6ca13e1b0384c0264394ca57d9b7c4438801065700940f5884135982d7c5c922a8fab1445af8eca4508b5edb383da465c494a698915e6480',
    spends: null,
    addresses: [
      {
        tree: 'address-tree-v1',
        seed: '0101010101010101010101010101010101010101010101010101010101010101',
        program: null,
        address: '004468e0ae3e51ec89fd4154edae7e531a8c832beca8c2c6a2039d8038362eb1',
        rootIndex: 3,
      },
      {
        tree: 'address-tree-v1',
        seed: '0202020202020202020202020202020202020202020202020202020202020202',
        program: null,
        address: '00522d9cd312b5484b7d2190a89348b987c6523d27cd41564586ed04c0869b9a',
        rootIndex: 3,
      },
    ],
    use: { executor: 'A', own: 0, writes: [] },
  },
  {
    name: 'address-v2-a-other-seed',
    bytes:
      '20f296f6835fad54f4a7a4dd9b8096ac602211026d9fecb8e18f53ee944e5ff59eafaf92a6e0483a175fef3390b646aa690edaf68a5d93df7f1c3a835e9c1e1c1bdf56844a33a90e091af9b0d5d1a85038692762f3910849d2b59e432474d75c8d329de6a980a32803f0db5540533ef0c6107bc8a0e2f9e8361e5adab9532ca3',
    spends: null,
    addresses: [
      {
        tree: 'address-tree-2',
        seed: '0202020202020202020202020202020202020202020202020202020202020202',
        program: 'A',
        address: '0016004f5d4e8418318969436b2eabf196993eee31e0ab87594ac2e7f7d1ec48',
        rootIndex: 0,
      },
    ],
    use: { executor: 'A', own: 0, writes: [] },
  },
  {
    name: 'address-v2-a',
    bytes:
      '1949ddf1fd8322b1c034019779aeec373653d65ab39a3f9d56d2a838b103aa6ca3ade7849ded0933ff20782183434b6e2db23f453a51e62c535967ec8993bb49068c1cee69958a242460bb8e24c1f3c3bd142a30a3c21298a7039c4c76d49c760e6a06615fa861963b2e9faf23fa3cf0af343b03b174f91cafa0457fcc178601',
    spends: null,
    addresses: [
      {
        tree: 'address-tree-2',
        seed: '0101010101010101010101010101010101010101010101010101010101010101',
        program: 'A',
        address: '001d8c1fbf9f590162d7c84502a2dcd2c156011238c4e3bbd6d42d417702dc8d',
        rootIndex: 0,
      },
    ],
    use: { executor: 'A', own: 0, writes: [] },
  },
  {
    name: 'address-v2-b',
    bytes:
      '1bbbf484125ceceef1f3841a17ded7beaefecf06aa020c51c63377df14f4516993a1e338199afc2088cc1c9f377cef2a3220c63c7c4304b2a6d36fb5e3708eb0059c812204dfc61e1078be62563e328156d4575fb761fad8505015333767848d835d6ea7ac6cdf80c28037937a694be2374c7a7f3fe5cc37866de288f2275003',
    spends: null,
    addresses: [
      {
        tree: 'address-tree-2',
        seed: '0101010101010101010101010101010101010101010101010101010101010101',
        program: 'B',
        address: '000f3912833b12f6a3c3c7347be4bfe9ed8a0574bdc045a2c7fd42c7e7d4af94',
        rootIndex: 0,
      },
    ],
    use: { executor: 'B', own: 0, writes: [] },
  },
  {
    name: 'address-v2-c',
    bytes:
      '964a13dbcc8c43bab1cd0712f6ab8555cc5826f8fda33218f8fc64223a8002ef10ed1a5e4794e301c360e71259fe43cb6bfeb248cc039fa52bd9faaaddfeae47215abc9b5f87884e81f8c2faeec5d59b757642492a1157375cb5ad3b37c1f32c2c61e5b0b50b27631d54fd183e0d1b122d777319c3bf492b4d7c8a3ef3662f13',
    spends: null,
    addresses: [
      {
        tree: 'address-tree-2',
        seed: '0101010101010101010101010101010101010101010101010101010101010101',
        program: 'C',
        address: '002ead126fe2bc90625e6208c22334b12931d48a6eb10cc1e53f94155b199831',
        rootIndex: 0,
      },
    ],
    use: { executor: 'C', own: 0, writes: [] },
  },
  {
    name: 'address-v2-two-swapped',
    bytes:
      '910b3899c630948c22599938b46119eff45846798fb20d0fa4486149ced535aeacf1f0ee049c4c82d0596f6ee5ec59b25e6d8dfdfe2b632345127f7eefbf112a1d9006c74d26037512a4a36caa4726a00cc0dc3be13489234b2555a3ef47c2950641901fcec08e09fcb8cbd814c9106041370abe98f07a9116e7a8d57cde7959',
    spends: null,
    addresses: [
      {
        tree: 'address-tree-2',
        seed: '0202020202020202020202020202020202020202020202020202020202020202',
        program: 'A',
        address: '0016004f5d4e8418318969436b2eabf196993eee31e0ab87594ac2e7f7d1ec48',
        rootIndex: 0,
      },
      {
        tree: 'address-tree-2',
        seed: '0101010101010101010101010101010101010101010101010101010101010101',
        program: 'A',
        address: '001d8c1fbf9f590162d7c84502a2dcd2c156011238c4e3bbd6d42d417702dc8d',
        rootIndex: 0,
      },
    ],
    use: { executor: 'A', own: 0, writes: [] },
  },
  {
    name: 'address-v2-two',
    bytes:
      '8bd605c86138e02deb6861585a44785a7f7f0229ae193c12458ae44f40f95cf4aa8a405b0c2094776da3c3c00f2c9c11dde39dc5d61f977591539e814cac614f1b4d13b79a937a9ab3e81005f3fc90e45251d24a04ab34624be7a380f6b0828c892ed83434a63e989560c81f9f5f4a2cb952c5ff4f086dae63fec729b12be1c5',
    spends: null,
    addresses: [
      {
        tree: 'address-tree-2',
        seed: '0101010101010101010101010101010101010101010101010101010101010101',
        program: 'A',
        address: '001d8c1fbf9f590162d7c84502a2dcd2c156011238c4e3bbd6d42d417702dc8d',
        rootIndex: 0,
      },
      {
        tree: 'address-tree-2',
        seed: '0202020202020202020202020202020202020202020202020202020202020202',
        program: 'A',
        address: '0016004f5d4e8418318969436b2eabf196993eee31e0ab87594ac2e7f7d1ec48',
        rootIndex: 0,
      },
    ],
    use: { executor: 'A', own: 0, writes: [] },
  },
  {
    name: 'context-a-b-address',
    bytes:
      'a613f7ed5cf63623e9d6c5237de4114e223449c0e80a47c5676ec2eb1be3cb3b108fa69a2884525f441e4aa00e4d798ec655e44cd305c4f0706fe1f7fb634621073f380b43bcaf4aa087c0b9efffa80ac00174b17d10c0d66a843d9640f6ccb2abe8f9be6e0875b0de91fc197f143ade316b20cb96b76facaee83e805b5a0d75',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
        {
          owner: 'program:B',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000002',
            dataHash: '00000000000000000000000000000000000000000000000000000000001e8486',
          },
        },
        {
          owner: 'program:C',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000003',
            dataHash: '00000000000000000000000000000000000000000000000000000000002dc6c9',
          },
        },
      ],
      indices: [0, 1],
    },
    addresses: [
      {
        tree: 'address-tree-v1',
        seed: '0303030303030303030303030303030303030303030303030303030303030303',
        program: null,
        address: '0009ac1307109905846cf77a2deba29b6dfb440ffbd30c0dca56d74b3b530bd1',
        rootIndex: 3,
      },
    ],
    use: {
      executor: 'C',
      own: 0,
      writes: [
        { by: 'A', count: 1 },
        { by: 'B', count: 1 },
      ],
    },
  },
  {
    name: 'context-a-b-own',
    bytes:
      '1dcfa89d7aee13f130dc6363e302329c68b0620b0eece68b4f78155a824d59e38b2e98d7d7900e2f4397453c375b2254633dc62d6b3c7f6b724e3cd90c47d2c71b8c002d2c768c3ff80e5085c0de28558bcd27c2b784a0dbc756dbec7ebe63b909b185df7e7e4291c26d1157ac99f0fef1ebeae5e555f9c2321a82d76040615e',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
        {
          owner: 'program:B',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000002',
            dataHash: '00000000000000000000000000000000000000000000000000000000001e8486',
          },
        },
        {
          owner: 'program:C',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000003',
            dataHash: '00000000000000000000000000000000000000000000000000000000002dc6c9',
          },
        },
      ],
      indices: [2, 0, 1],
    },
    addresses: [],
    use: {
      executor: 'C',
      own: 1,
      writes: [
        { by: 'A', count: 1 },
        { by: 'B', count: 1 },
      ],
    },
  },
  {
    name: 'context-a-b',
    bytes:
      '13f5ee0b0f0aa66fd9cba6cdd1a172363b346617a6bae7b5906660354c1d30beaf240f36ac92fa49d1b89acc41c61f8f7a30e8f635c6e239af1e4c41749ce5da2ef0124f0dd81f6fcc61af385853fd7fab30fd243ce63708d9f714a898e943fea96362428485187aff6a9ea47fec33782c89532f446a67ce8e1e580faf5ee923',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
        {
          owner: 'program:B',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000002',
            dataHash: '00000000000000000000000000000000000000000000000000000000001e8486',
          },
        },
        {
          owner: 'program:C',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000003',
            dataHash: '00000000000000000000000000000000000000000000000000000000002dc6c9',
          },
        },
      ],
      indices: [0, 1],
    },
    addresses: [],
    use: {
      executor: 'C',
      own: 0,
      writes: [
        { by: 'A', count: 1 },
        { by: 'B', count: 1 },
      ],
    },
  },
  {
    name: 'context-a-own-address',
    bytes:
      '864e21d2394e7d3f40fa6cb7ceedb4180930df4425eaf2e5f61ac2e1d1a016072957ade097aacab8701443c2bd922391e0cba241bbab84359f82f098c7090bc223b529abddb39c1b251c1c5ed7d14b64bdcbb2069aa24d6dec2191c9333d4b748d8d048f3aa039d2a8e8f82971fd87770ac3c17e88418cf46425950e971294d2',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
        {
          owner: 'program:B',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000002',
            dataHash: '00000000000000000000000000000000000000000000000000000000001e8486',
          },
        },
        {
          owner: 'program:C',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000003',
            dataHash: '00000000000000000000000000000000000000000000000000000000002dc6c9',
          },
        },
      ],
      indices: [2, 0],
    },
    addresses: [
      {
        tree: 'address-tree-v1',
        seed: '0101010101010101010101010101010101010101010101010101010101010101',
        program: null,
        address: '004468e0ae3e51ec89fd4154edae7e531a8c832beca8c2c6a2039d8038362eb1',
        rootIndex: 3,
      },
    ],
    use: { executor: 'C', own: 1, writes: [{ by: 'A', count: 1 }] },
  },
  {
    name: 'context-a-own',
    bytes:
      '920a55b6304839268d076b9f740afd85eafc2466e6fa7f9756ec8ce9519302e41fe4b62ae2e50b4a1dafa16ad2ee0c6b5cb922fef9d8da7b59b87382e65ff83d0e4c8d92fbeb4d1b502854dfedc227e94c5fabcf86035af53413f25478823da19c0c7a4e0d7afb65955fabc80f2a08dccbded6bb541aa453c0ef673343ccf13a',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
        {
          owner: 'program:B',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000002',
            dataHash: '00000000000000000000000000000000000000000000000000000000001e8486',
          },
        },
        {
          owner: 'program:C',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000003',
            dataHash: '00000000000000000000000000000000000000000000000000000000002dc6c9',
          },
        },
      ],
      indices: [2, 0],
    },
    addresses: [],
    use: { executor: 'C', own: 1, writes: [{ by: 'A', count: 1 }] },
  },
  {
    name: 'context-a-two-addresses',
    bytes:
      '98fae2bc7bd17c5c25fab4d41c1bcf6e6941c6abc38f43553e26041326ac5e7b1f2522fdfe8753a362dddb728ea0a23b2e1744f72328576964cc36a08214fe1623584e642afa392b787a5096f731f4ec3545c26a01307712af80c6dea4f889b41ec348bf96696aafb142b6fdb771c5c1e6b84edd865b6201da5a58a158d64a87',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
        {
          owner: 'program:B',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000002',
            dataHash: '00000000000000000000000000000000000000000000000000000000001e8486',
          },
        },
        {
          owner: 'program:C',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000003',
            dataHash: '00000000000000000000000000000000000000000000000000000000002dc6c9',
          },
        },
      ],
      indices: [0],
    },
    addresses: [
      {
        tree: 'address-tree-v1',
        seed: '0101010101010101010101010101010101010101010101010101010101010101',
        program: null,
        address: '004468e0ae3e51ec89fd4154edae7e531a8c832beca8c2c6a2039d8038362eb1',
        rootIndex: 3,
      },
      {
        tree: 'address-tree-v1',
        seed: '0202020202020202020202020202020202020202020202020202020202020202',
        program: null,
        address: '00522d9cd312b5484b7d2190a89348b987c6523d27cd41564586ed04c0869b9a',
        rootIndex: 3,
      },
    ],
    use: { executor: 'C', own: 0, writes: [{ by: 'A', count: 1 }] },
  },
  {
    name: 'context-a',
    bytes:
      '149de705259041e1bd73115094c031fb22354d7fc06b589dbf643df2ea15c7608019486e91a7e65a4d1ddc78b78b558dec3b991917e044c85a0839a67a130b6a0aeb2f1432b5d173bb5640a2775e2da74181ec42fcc09d4ea6cf7ef37d51283527c85127f8f658e6d82c66fe10ba390ff96f9629fc747543fac4776e999319b1',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
        {
          owner: 'program:B',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000002',
            dataHash: '00000000000000000000000000000000000000000000000000000000001e8486',
          },
        },
        {
          owner: 'program:C',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000003',
            dataHash: '00000000000000000000000000000000000000000000000000000000002dc6c9',
          },
        },
      ],
      indices: [0],
    },
    addresses: [],
    use: { executor: 'C', own: 0, writes: [{ by: 'A', count: 1 }] },
  },
  {
    name: 'context-b-a-own',
    bytes:
      '235aef04381ef1b39ca3d933cbe4df4b4f040b25f8eb1ea423a2a550b9fed6c71b8fa68b342e2d6e0330b56458cd6bd4ad7d3213d949e6ea47f88e52c556e1b80b9ffd39bfa3952de2bd20b3c101c58f6717cc291287eb336e3f4209d264dd1b8ebfcaf0170ef9231ffbbbc9c530a5c61c095d291fb941aecdef21746680bd30',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
        {
          owner: 'program:B',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000002',
            dataHash: '00000000000000000000000000000000000000000000000000000000001e8486',
          },
        },
        {
          owner: 'program:C',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000003',
            dataHash: '00000000000000000000000000000000000000000000000000000000002dc6c9',
          },
        },
      ],
      indices: [2, 1, 0],
    },
    addresses: [],
    use: {
      executor: 'C',
      own: 1,
      writes: [
        { by: 'B', count: 1 },
        { by: 'A', count: 1 },
      ],
    },
  },
  {
    name: 'context-two-b-own',
    bytes:
      '03ef2838be671843d345646764f2ee0637272e25c7ddf8501cffae1eff74a11d9a1fcf8f98d7428b7fe237bc684dd2bd38c97ae0642139ab00670fe205e1727d16f4dfeffafb839a07e1ae4c71c617f35eb0efda3b5a60f2ab546569657978381cda133b80657e73adf64950e0fc8ac72c3486d8e24d1260e6a817d9f9008aa4',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
        {
          owner: 'program:B',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000002',
            dataHash: '00000000000000000000000000000000000000000000000000000000001e8486',
          },
        },
        {
          owner: 'program:C',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000003',
            dataHash: '00000000000000000000000000000000000000000000000000000000002dc6c9',
          },
        },
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000004',
            dataHash: '00000000000000000000000000000000000000000000000000000000003d090c',
          },
        },
        {
          owner: 'program:C',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000005',
            dataHash: '00000000000000000000000000000000000000000000000000000000004c4b4f',
          },
        },
      ],
      indices: [2, 0, 3, 1],
    },
    addresses: [],
    use: {
      executor: 'C',
      own: 1,
      writes: [
        { by: 'A', count: 2 },
        { by: 'B', count: 1 },
      ],
    },
  },
  {
    name: 'context-two-own-two',
    bytes:
      '90b7db805de88525ba0e14e4310378976b8cfb33fba7a9433e63d6906cd321ceb00b3777a85d3eba115b7e033208aee7f4919d2ee48c58447e88a29c1ba5d58c27e666a2890b4e866718580316117aead4eb763114fb524c377c858be65b300e279a1f9af3a58b792199733d87ca5fa03127828c8dab430530c5389a435469b7',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
        {
          owner: 'program:B',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000002',
            dataHash: '00000000000000000000000000000000000000000000000000000000001e8486',
          },
        },
        {
          owner: 'program:C',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000003',
            dataHash: '00000000000000000000000000000000000000000000000000000000002dc6c9',
          },
        },
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000004',
            dataHash: '00000000000000000000000000000000000000000000000000000000003d090c',
          },
        },
        {
          owner: 'program:C',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000005',
            dataHash: '00000000000000000000000000000000000000000000000000000000004c4b4f',
          },
        },
      ],
      indices: [2, 4, 0, 3],
    },
    addresses: [],
    use: { executor: 'C', own: 2, writes: [{ by: 'A', count: 2 }] },
  },
  {
    name: 'spend-1-address-1',
    bytes:
      '01b377ea217d1575fbe022d6c2388c7826f0dc937036abf445c1dd5a5079edcf82d3c7b05d3b1b912d194adb08bc258f9f753489357344563d6edb4c78a5bc2d2c0ba960b86067c15c5abad9a4a673ec3b90b74089b3bd65b9520f6790d6d4f220eefa2438c7161f86995c3c9628d2234f63bde071a26c5a9dc55ec24a172aa3',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
      ],
      indices: [0],
    },
    addresses: [
      {
        tree: 'address-tree-v1',
        seed: '0101010101010101010101010101010101010101010101010101010101010101',
        program: null,
        address: '004468e0ae3e51ec89fd4154edae7e531a8c832beca8c2c6a2039d8038362eb1',
        rootIndex: 3,
      },
    ],
    use: { executor: 'A', own: 1, writes: [] },
  },
  {
    name: 'spend-1-address-2',
    bytes:
      'aa85ceea00e3254e1cc05892a45eba74e19718d26300a06eb37a83dbe4bec7138e976d66b77e17d0ea27c4967ee8c7e6f565004848f7c58f51eaab2d92ca825203c51f898754c70f023f3a3a220c4522e64e6e38605ba1a0cb43e608938a0e7927e82700cd9bae6b5aadfc297604f755dcea1180572933bd810c24840f283bb0',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
      ],
      indices: [0],
    },
    addresses: [
      {
        tree: 'address-tree-v1',
        seed: '0101010101010101010101010101010101010101010101010101010101010101',
        program: null,
        address: '004468e0ae3e51ec89fd4154edae7e531a8c832beca8c2c6a2039d8038362eb1',
        rootIndex: 3,
      },
      {
        tree: 'address-tree-v1',
        seed: '0202020202020202020202020202020202020202020202020202020202020202',
        program: null,
        address: '00522d9cd312b5484b7d2190a89348b987c6523d27cd41564586ed04c0869b9a',
        rootIndex: 3,
      },
    ],
    use: { executor: 'A', own: 1, writes: [] },
  },
  {
    name: 'spend-1-of-3',
    bytes:
      '1e38508bb3fe6014af842fb501580a5e9df7b8469dbfa7edb02d1cf5429a3a0a17e2d3ade567615d7ffe39f0875935e56bea511f02f66821ab27eb43fdc9fe9f0635a3149615e50d25e5feefc416eb1066039ff42aaa95395f209b776d2c47eba43d62bd5d19331d081f02a1b36e7c9c654d1a234fd7775c147c8cb06e376e4e',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
        {
          owner: 'program:B',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000002',
            dataHash: '00000000000000000000000000000000000000000000000000000000001e8486',
          },
        },
        {
          owner: 'program:C',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000003',
            dataHash: '00000000000000000000000000000000000000000000000000000000002dc6c9',
          },
        },
      ],
      indices: [1],
    },
    addresses: [],
    use: { executor: 'B', own: 1, writes: [] },
  },
  {
    name: 'spend-1-of-5',
    bytes:
      '1454044936944390238fd0eeaf8f1ad0ec8bb4af0b395411ebcb101507160fc3a0f5e9c2cd049cab37b9bdf31056fc84c5b47451dc4eef9b57161f5181ef4e1805888007d90abbbed79bc80c5a003c7920bd01b09d5e65321578f5ce0cea7ac526e93077bb24ffb85c460398e2949b0941d2d96c234496554d84ae0d4f7f306a',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
        {
          owner: 'program:B',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000002',
            dataHash: '00000000000000000000000000000000000000000000000000000000001e8486',
          },
        },
        {
          owner: 'program:C',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000003',
            dataHash: '00000000000000000000000000000000000000000000000000000000002dc6c9',
          },
        },
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000004',
            dataHash: '00000000000000000000000000000000000000000000000000000000003d090c',
          },
        },
        {
          owner: 'program:C',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000005',
            dataHash: '00000000000000000000000000000000000000000000000000000000004c4b4f',
          },
        },
      ],
      indices: [4],
    },
    addresses: [],
    use: { executor: 'C', own: 1, writes: [] },
  },
  {
    name: 'spend-1-other-tree',
    bytes:
      '22ecdcc12f50d506a0402349ab4dad6f593ccc2884bf6917c156b10f614cd84025345a691d61fafa20c09b9c0fd1d778993866d649c0745bb0f6ebca8dbce7c316d97107b6fd7a36fc8a08adb1912e6e18fff03c95a780544323e455845d4a9928bfc8c0542a7c3b67c5a65fb2f7e3256069349bb7288ce8e6efdc4223f3cb9a',
    spends: {
      tree: 'tree:7',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
      ],
      indices: [0],
    },
    addresses: [],
    use: { executor: 'A', own: 1, writes: [] },
  },
  {
    name: 'spend-1',
    bytes:
      '1d11199ea299ef8039f473ce167777001716a88339fca40de53d9448316046860c1da275d8e1959f714e98b5e0528723f73025e4e6174bdbc1542061f7be8b500ad1018fba8cde0e69a2aab189c28f7150971c365eb0c3efc55e5f75fcfb432b94e0796172c3a26a1a0df809d0c09f59b5b132a452651f53406fb19e3028cea1',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
      ],
      indices: [0],
    },
    addresses: [],
    use: { executor: 'A', own: 1, writes: [] },
  },
  {
    name: 'spend-2-address-1',
    bytes:
      'ac8df8890a3d3509607864b627f19b82bf5bd6e3d255fd797f1062da9ff3808097808b4cce8d53b78284ee31e3e7916861f36eb1f822eb95f33df52879a7ed652e4036e8a6b32952186f28114be166ac8166a72be868f87c5e55af9e1460ffdb0df5c23c239fd0779417804fd0142d54e824e668641ce02bdace7f2232ae4cc4',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000002',
            dataHash: '00000000000000000000000000000000000000000000000000000000001e8486',
          },
        },
      ],
      indices: [0, 1],
    },
    addresses: [
      {
        tree: 'address-tree-v1',
        seed: '0202020202020202020202020202020202020202020202020202020202020202',
        program: null,
        address: '00522d9cd312b5484b7d2190a89348b987c6523d27cd41564586ed04c0869b9a',
        rootIndex: 3,
      },
    ],
    use: { executor: 'A', own: 2, writes: [] },
  },
  {
    name: 'spend-2-swapped',
    bytes:
      '1aae382a353454ccd51909a24d06e82b9e8181087aa790d0905b858906f8077da68f6a34d569947cf733c60c6f6f127fc6df4941324600c4bd2d2909beddb361105890ac2897bb745c48a9f1e410bddb273aefb409c3b9aa5adaf6ab78f64bfa2ac266218c192011f13f873b22d630d8f966d7dabeec102c78c665dd9aadb80c',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000002',
            dataHash: '00000000000000000000000000000000000000000000000000000000001e8486',
          },
        },
      ],
      indices: [1, 0],
    },
    addresses: [],
    use: { executor: 'A', own: 2, writes: [] },
  },
  {
    name: 'spend-2',
    bytes:
      'a04f83f5227934dccec6ef0f59b2e928dab764abcad69360ecf046442beaac029bdee583f451bed055d15aa110a7da16902cf723f60f6e788ca7f84f610838fd263e197ff60e06c399bbc9871b785897f11cb1302a24c52853cd0ac0ec5c632d9e921e1cbe0a9f9805280b61c893b158b89260fa78dc4bddd4b80b6fbfbf7cb7',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000002',
            dataHash: '00000000000000000000000000000000000000000000000000000000001e8486',
          },
        },
      ],
      indices: [0, 1],
    },
    addresses: [],
    use: { executor: 'A', own: 2, writes: [] },
  },
  {
    name: 'spend-3',
    bytes:
      '2c0197962f90bb1d71ae71448bb9f0c11e885c893d0acd559be723de15819e0c0ab33630fa6dd269036e93c6afb1937fc7ee7e777dab3a089624c91e698d8aad06bdda4b3f9aa53ab722bd1758353c661a3fd12dbc464d8fcb8f3db7527163c7864bdb318597487b16a106159fd5548d31d4b6a51b5b630d5380abca2cb32159',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000002',
            dataHash: '00000000000000000000000000000000000000000000000000000000001e8486',
          },
        },
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000003',
            dataHash: '00000000000000000000000000000000000000000000000000000000002dc6c9',
          },
        },
      ],
      indices: [0, 1, 2],
    },
    addresses: [],
    use: { executor: 'A', own: 3, writes: [] },
  },
  {
    name: 'spend-4-of-5',
    bytes:
      '850fea256934b85fc1100b78e9b98be8cf33aab3e518762bde0f335e2c566cc5ac1d099a1bc124bd4285ddc9d3ab01c667be2204d09df26045867759fd55a3f40535e1102f7764dcc435f51ffad5030836322c141bdd8a77ccda2a634df6aa7317678e14ce9e68edd67b893a3d2ae473c4cbe09d5a1f5bc3554287ed0275724b',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:B',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000009',
            dataHash: '000000000000000000000000000000000000000000000000000000000089545b',
          },
        },
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000002',
            dataHash: '00000000000000000000000000000000000000000000000000000000001e8486',
          },
        },
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000003',
            dataHash: '00000000000000000000000000000000000000000000000000000000002dc6c9',
          },
        },
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000004',
            dataHash: '00000000000000000000000000000000000000000000000000000000003d090c',
          },
        },
      ],
      indices: [4, 1, 3, 2],
    },
    addresses: [],
    use: { executor: 'A', own: 4, writes: [] },
  },
  {
    name: 'spend-4',
    bytes:
      '1efb9adf504771b0c0ee4488fa41a057e52c74d94f6f92a235ed7febb9106df5a978a4ab88d369db45c228aefaad3c5fcd2bff80b99d01121afdd5770040c485176383f78a950a8f0019e92d1cdfb3d6e0207d51b2ac923117dfa6b65e93f0a5913d632dc783590dbe901ddba76b6a89f75e13beb624ba9cdf6f1619eff4ac60',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000001',
            dataHash: '00000000000000000000000000000000000000000000000000000000000f4243',
          },
        },
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000002',
            dataHash: '00000000000000000000000000000000000000000000000000000000001e8486',
          },
        },
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000003',
            dataHash: '00000000000000000000000000000000000000000000000000000000002dc6c9',
          },
        },
        {
          owner: 'program:A',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0000000000000004',
            dataHash: '00000000000000000000000000000000000000000000000000000000003d090c',
          },
        },
      ],
      indices: [0, 1, 2, 3],
    },
    addresses: [],
    use: { executor: 'A', own: 4, writes: [] },
  },
  {
    name: 'spend-address',
    bytes:
      '29f54d06a6336372b18b0eabccbccd7f1805ae18c50f19676f1ad7c9181d90049817c574cc67266cf47a15e830d0a3bbe259627a55b685c4d1bf23c4e162f1de0cec95088a915822233733e5937ff14cad845e5d228bf0b631d76db1883a8310a9d5a3d72fa0d287b115009a793812c960a595b93bdde2db3df69973b76c3d80',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 0n,
          address: '004468e0ae3e51ec89fd4154edae7e531a8c832beca8c2c6a2039d8038362eb1',
          data: {
            discriminator: '0000000000000007',
            dataHash: '00000000000000000000000000000000000000000000000000000000006acfd5',
          },
        },
      ],
      indices: [0],
    },
    addresses: [],
    use: { executor: 'A', own: 1, writes: [] },
  },
  {
    name: 'spend-lamports',
    bytes:
      '91c6e7bbf225a47c779574e1440242f0ee77b8be5581060fbe12dc792b6983441b4c1f53d61470e07a76e61f46c681f42d2dc839e204945dbd71e6d4182542e506130316289380b7474e8f8cfe0e81e44e460b853f97c13d3f64bf0d6ec010bd02c21ce0cfbe384d726eaaf2eada274ff67e286212a661a0d277e6defa00608d',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:A',
          lamports: 1000n,
          address: null,
          data: {
            discriminator: '0000000000000006',
            dataHash: '00000000000000000000000000000000000000000000000000000000005b8d92',
          },
        },
      ],
      indices: [0],
    },
    addresses: [],
    use: { executor: 'A', own: 1, writes: [] },
  },
  {
    name: 'spend-no-data',
    bytes:
      '9847abada6ceba70092bcf05bfa91facb8bf5f7f703cd39855e09987fc3fc6592f2cafe4bf8c8962142f0c8f8c8d9fe8fa6d9f0fbe26e8957f72eb9123796b1d1eceda62413616bda5b58aad609fca8a773c5e18b956e59adbcf630cb6c9655ea1695ffd085f3cead75b511be62379134f21980ae80d4d55ae6f1ad3cad6c7e9',
    spends: {
      tree: 'tree:6',
      leaves: [{ owner: 'program:A', lamports: 0n, address: null, data: null }],
      indices: [0],
    },
    addresses: [],
    use: { executor: 'A', own: 1, writes: [] },
  },
];
