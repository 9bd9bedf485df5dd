//! Links with nothing at all, and lets no symbol stay undefined.

fn main() {
    for argument in ["-nostdlib", "-Wl,--no-undefined"] {
        println!("cargo::rustc-cdylib-link-arg={argument}");
    }
    // The compiler may call these from any code, and its own library of wide arithmetic names the last, which unwinds a
    // panic that aborts here. What they are does not matter to a library that is never loaded.
    for symbol in ["memcpy", "memmove", "memset", "memcmp", "bcmp", "rust_eh_personality"] {
        println!("cargo::rustc-cdylib-link-arg=-Wl,--defsym={symbol}=0");
    }
}
