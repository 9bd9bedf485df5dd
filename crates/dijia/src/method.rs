#![doc = include_str!("../docs/method.md")]
