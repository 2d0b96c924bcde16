// What each committed proof about tokens proves: generated from proofs/fixtures by `npm run proofs`, never edited.
import type { TokenProof } from './proof';

export const TOKEN_PROOFS: readonly TokenProof[] = [
  {
    name: 'token-between-own',
    bytes:
      '1f4f158e2f1cb6aa21b9f468097867f74c8221bd3a2d514c68795561572afbc1919c36f41b39d4641ed938abcb258fd60c8d7478889fce6d24d8c3a1bbaee2040d50306c7896cc6d1934200b3bf06bf87b05b2c18b3f7425875e8db39a5fa9caaefda6cd08ddefaa79a6c86b560bad99e9f281ed598a7a1d3fc0fa9ec5987884',
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
          owner: 'program:token',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0200000000000000',
            dataHash: '0b0dcf66cefed18a2b4ca3040e966782dfcecb4074e96101be45b30353190535',
          },
          tokens: { owner: 'wallet:0', amount: 100n },
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
      ],
      indices: [2, 0, 1],
    },
    addresses: [],
    use: {
      executor: 'B',
      own: 1,
      writes: [
        { by: 'A', count: 1 },
        { by: 'token', count: 1 },
      ],
    },
  },
  {
    name: 'token-between',
    bytes:
      '948e8b4d2aecef8b5093325f5ba39e77db883b431afbe7e2ec3bc24bd6f8fd779316cbfa8b245e2539a143087564f8d343d2a93c28bd0d88ae9ccdc28160977c198911ffcde3624503205e8c4ce2033c132c88bed650be8cbd4b3a0b07eb642d14c2eb17d0925ba649dff735197920c9cb3e4dab436c39fccbd93daa9faacf85',
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
          owner: 'program:token',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0200000000000000',
            dataHash: '0b0dcf66cefed18a2b4ca3040e966782dfcecb4074e96101be45b30353190535',
          },
          tokens: { owner: 'wallet:0', amount: 100n },
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
        { by: 'token', count: 1 },
      ],
    },
  },
  {
    name: 'token-first-own',
    bytes:
      '1af2d68e7a42dbe51bed1972bc68148d23d383303a0a02879a4781b94578446022c765f7bbf0dced180243a7e5bf74fa28e110ad83cb1831fdb44995cd95af9302dfc1f17331e5a8b74dd76f823cdedfe6a510444031540ccbdc06d165a8dff229d1b04c857586db2683a7382399419cd91c878a9949d589b8a4e9347f98ff22',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:token',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0200000000000000',
            dataHash: '0b0dcf66cefed18a2b4ca3040e966782dfcecb4074e96101be45b30353190535',
          },
          tokens: { owner: 'wallet:0', amount: 100n },
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
      ],
      indices: [1, 0],
    },
    addresses: [],
    use: { executor: 'A', own: 1, writes: [{ by: 'token', count: 1 }] },
  },
  {
    name: 'token-first',
    bytes:
      '883298696115d74ac03cf13d012130048dc7f16d1626600251f54731a9e9f283adb6676c36d7e4c97c57957e4cc1cdbbe07b75c7c913bb488655ec54aca16a151ea266b98b092f8b7356fcadf44700f8df3d4f54148a66013bbaa48b27f7a46d0e68016b3bb2b2633e73b44f304768b56fdd307d2c3ee6449d679841a08b468f',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:token',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0200000000000000',
            dataHash: '0b0dcf66cefed18a2b4ca3040e966782dfcecb4074e96101be45b30353190535',
          },
          tokens: { owner: 'wallet:0', amount: 100n },
        },
      ],
      indices: [0],
    },
    addresses: [],
    use: { executor: 'A', own: 0, writes: [{ by: 'token', count: 1 }] },
  },
  {
    name: 'token-last-two',
    bytes:
      '078082fd583bce0968045de5cb527c6ee8dfa9f8092963006574590aa65e0b3a10a59fb73bd10b0cec0f25306cf004d3a0f36bb85ea27fd89d206a6b3616e1081d0ba35faafd422b3696c8f6e5fd3a9fc3c26f414b7caeaf6782c732bce319d72e6a4adc130843d46ebdf23aa64d7098c5c41f4c8086c30e35d262dae70d8945',
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
          owner: 'program:token',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0200000000000000',
            dataHash: '0b0dcf66cefed18a2b4ca3040e966782dfcecb4074e96101be45b30353190535',
          },
          tokens: { owner: 'wallet:0', amount: 100n },
        },
      ],
      indices: [2, 0, 1],
    },
    addresses: [],
    use: {
      executor: 'token',
      own: 1,
      writes: [
        { by: 'A', count: 1 },
        { by: 'B', count: 1 },
      ],
    },
  },
  {
    name: 'token-last',
    bytes:
      '1f28c13155a134d557c782c90d7de9ecfc56e1653c56aeee7a970616f34fa166911e6ba64b12156a9166a9b9d17b46f60008863628739261df753e22a3e318190bc057ba1836b42269635168abe680ca88396af5f40585bc7e6ed6cd95079cd9ab6fcda5dbe9be278da45fa9341c2496d4b353723e663388d8e5c6eb8fb9d453',
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
          owner: 'program:token',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0200000000000000',
            dataHash: '0b0dcf66cefed18a2b4ca3040e966782dfcecb4074e96101be45b30353190535',
          },
          tokens: { owner: 'wallet:0', amount: 100n },
        },
      ],
      indices: [1, 0],
    },
    addresses: [],
    use: { executor: 'token', own: 1, writes: [{ by: 'A', count: 1 }] },
  },
  {
    name: 'token-spend-1-of-3',
    bytes:
      '83708af44e70d2273af7d590d507b2ae2bd1ab7d9236f0e6a8081ac9ed51d46b8c3da4dab311f7588a5c6adaa36b3f9a9d840e42db9b84f96e34821f8d27c6d4163022722431e8505fc329c85a8de0fe4cafbb7f55bcd0005033573309acca170c62e785a9bb4711aa52fa7f8048a033085222a7f6c019ea8974a47b2d88900f',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:token',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0200000000000000',
            dataHash: '0b0dcf66cefed18a2b4ca3040e966782dfcecb4074e96101be45b30353190535',
          },
          tokens: { owner: 'wallet:0', amount: 100n },
        },
        {
          owner: 'program:token',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0200000000000000',
            dataHash: '047000efbf22e60a167401fe0dee2b7c352bbd59729fe4170742d27c8e64950a',
          },
          tokens: { owner: 'wallet:1', amount: 7n },
        },
        {
          owner: 'program:token',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0200000000000000',
            dataHash: '1910d4a55d4ed17f9e9836a6fa344f6cba26cb6887b50b45cb2292034341dbd5',
          },
          tokens: { owner: 'wallet:0', amount: 50n },
        },
      ],
      indices: [1],
    },
    addresses: [],
    use: { executor: 'token', own: 1, writes: [] },
  },
  {
    name: 'token-spend-1-other-tree',
    bytes:
      '0e4ac2e765b1c65ab8be310d6e50d91edfe279819c8acd2a9a8c11149185982900f2e74a2ee60aba6b502982258962c62fc98e0c8ae61b0dd9670ef06fab33010e5807c30ba25293aa785113d6c1ca69ae1504220396a6a21fbe234bcd14ec4525b5f1f51f2fd219cf629cc465ed096f384aabc5858caf804975a12301481b4b',
    spends: {
      tree: 'tree:7',
      leaves: [
        {
          owner: 'program:token',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0200000000000000',
            dataHash: '0b0dcf66cefed18a2b4ca3040e966782dfcecb4074e96101be45b30353190535',
          },
          tokens: { owner: 'wallet:0', amount: 100n },
        },
      ],
      indices: [0],
    },
    addresses: [],
    use: { executor: 'token', own: 1, writes: [] },
  },
  {
    name: 'token-spend-1',
    bytes:
      'ac657efbe8ea59f08e1845a36d56c5f9972050c56974d04a85aaff38c55e29302fc249c1d313420678f152b60ec958a4aec976b02f315746302752f76cff685d0b695b7e595f49eee30a419705ccbc092a2a68b2ff94976d985e5f5b90f73b61046eec776d5e6d4eaff8764df7e7902810b51857ef03178f0a61b6ad94ff3649',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:token',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0200000000000000',
            dataHash: '0b0dcf66cefed18a2b4ca3040e966782dfcecb4074e96101be45b30353190535',
          },
          tokens: { owner: 'wallet:0', amount: 100n },
        },
      ],
      indices: [0],
    },
    addresses: [],
    use: { executor: 'token', own: 1, writes: [] },
  },
  {
    name: 'token-spend-2',
    bytes:
      '9cba6f7cddc0336b033d9794457fc8526e7c63514c60898220e1cc34319767e81178c13e10db40e42039c844a8611b2c308af4350dce879119541a7639cd7d612ee171d716a64c9c2a7c8065c0a9cb34d2682414584db7326360f39e9fe9d5b79018ad5f8deb727fd3e5a74db3f8db1e3d979dbba3641ab2ee742a2486536723',
    spends: {
      tree: 'tree:6',
      leaves: [
        {
          owner: 'program:token',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0200000000000000',
            dataHash: '0b0dcf66cefed18a2b4ca3040e966782dfcecb4074e96101be45b30353190535',
          },
          tokens: { owner: 'wallet:0', amount: 100n },
        },
        {
          owner: 'program:token',
          lamports: 0n,
          address: null,
          data: {
            discriminator: '0200000000000000',
            dataHash: '1910d4a55d4ed17f9e9836a6fa344f6cba26cb6887b50b45cb2292034341dbd5',
          },
          tokens: { owner: 'wallet:0', amount: 50n },
        },
      ],
      indices: [0, 1],
    },
    addresses: [],
    use: { executor: 'token', own: 2, writes: [] },
  },
];
