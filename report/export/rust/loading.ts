// The Rust code that loads programs: published ones, builds in their place, and builds that must be named.

export const LOADING = `
fn read(path: &std::path::Path, hint: &str) -> (Vec<u8>, String) {
    let elf =
        std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}; {hint}", path.display()));
    let digest = Sha256::digest(&elf);
    let found = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    (elf, found)
}

/// A program of the published package, with the hash that the witness was found on; or the build that a variable names.
#[allow(dead_code)]
fn published(file: &str, variable: Option<&str>, sha256: &str) -> Vec<u8> {
    if let Some(own) = variable.and_then(|name| std::env::var(name).ok()) {
        return read(std::path::Path::new(&own), "it must be a program's file").0;
    }
    let folder = std::env::var("ZK_COMPRESSION_CLI").unwrap_or_else(|_| PACKAGE.to_string());
    let path = std::path::Path::new(&folder).join(file);
    let hint = format!("npm install {PACKAGE_VERSION}, or say where it is by ZK_COMPRESSION_CLI");
    let (elf, found) = read(&path, &hint);
    let name = path.display();
    assert_eq!(found, sha256, "{name} is not the published build");
    elf
}

/// A build that is not published, with the hash that the witness was found on.
#[allow(dead_code)]
fn own(variable: &str, sha256: &str) -> Vec<u8> {
    let path = std::env::var(variable).unwrap_or_else(|_| {
        panic!("{variable} must name the build that this was found on, sha256 {sha256}")
    });
    let (elf, found) = read(std::path::Path::new(&path), "it must be a program's file");
    let is_other_wanted = std::env::var("OTHER_BUILD").is_ok_and(|value| value == "1");
    assert!(
        found == sha256 || is_other_wanted,
        "{variable} names a build with sha256 {found}, but this was found on {sha256}: name that one, or set OTHER_BUILD=1 to run this one all the same"
    );
    elf
}
`;
