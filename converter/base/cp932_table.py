#!/usr/bin/env python3
"""Writes cp932_table.inc: what Windows code page 932 holds, from Python's codec.

    python3 converter/base/cp932_table.py > converter/base/cp932_table.inc

Python also encodes a few look-alikes (U+301C as U+FF5E) that Windows does not: only what comes back
as itself is kept.
"""

KANJI = range(0x4E00, 0xA000)


def holds(code):
    try:
        return chr(code).encode("cp932").decode("cp932") == chr(code)
    except UnicodeEncodeError:
        return False


def lines_of(items, per_line):
    for start in range(0, len(items), per_line):
        yield "    " + ", ".join(items[start : start + per_line]) + ","


def main():
    ranges = []
    for code in range(0x10000):
        private = 0xD800 <= code < 0xF900
        if code in KANJI or private or not holds(code):
            continue
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    words = []
    for start in range(KANJI.start, KANJI.stop, 32):
        words.append(sum(holds(start + bit) << bit for bit in range(32)))
    print("// Made by cp932_table.py; do not edit.")
    print(f"constexpr std::array<Range, {len(ranges)}> ranges{{{{")
    print("\n".join(lines_of([f"{{0x{a:04X}, 0x{b:04X}}}" for a, b in ranges], 5)))
    print("}};")
    print(f"constexpr std::array<std::uint32_t, {len(words)}> kanji_bits{{")
    print("\n".join(lines_of([f"0x{word:08X}" for word in words], 8)))
    print("};")


if __name__ == "__main__":
    main()
