#include "xlsx/zip_directory.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "xlsx/inflate.h"
#include "zip_builder.h"

namespace shinchoku::xlsx {
namespace {

ZipFile two_entries() {
    ZipFile file;
    file.entries.push_back({.name = "a.xml", .data = "<a/>"});
    file.entries.push_back({.name = "b/c.bin", .data = std::string(500, 'x'), .method = 0});
    return file;
}

TEST(ZipDirectory, SoundFilesOfEveryKindAreRead) {
    struct Case {
        const char* name;
        std::function<void(ZipFile&)> change;
    };
    const Case cases[] = {
        {"plain", [](ZipFile&) {}},
        {"streamed with descriptors",
         [](ZipFile& f) { f.entries[0].has_descriptor = f.entries[1].has_descriptor = true; }},
        {"zip64", [](ZipFile& f) { f.is_zip64 = true; }},
        {"longest comment", [](ZipFile& f) { f.comment = std::string(65535, 'c'); }},
        {"something before it", [](ZipFile& f) { f.prefix = "MZ something"; }},
        {"a gap before the directory", [](ZipFile& f) { f.gap = std::string(100, '\0'); }},
        {"no entry", [](ZipFile& f) { f.entries.clear(); }},
    };
    for (const Case& c : cases) {
        ZipFile file = two_entries();
        c.change(file);
        const std::string bytes = file.bytes();
        const auto entries = read_zip_directory(bytes, Limits());
        ASSERT_TRUE(entries.has_value()) << c.name << ": " << entries.error().message.en;
        ASSERT_EQ(entries.value().size(), file.entries.size()) << c.name;
        for (std::size_t i = 0; i < file.entries.size(); ++i) {
            const PackageEntry& entry = entries.value()[i];
            EXPECT_EQ(entry.name, file.entries[i].name) << c.name;
            EXPECT_EQ(entry.size, file.entries[i].data.size()) << c.name;
            EXPECT_EQ(entry.crc, crc32_of(file.entries[i].data)) << c.name;
            EXPECT_EQ(bytes.substr(entry.header_offset, 4), "PK\x03\x04") << c.name;
            EXPECT_EQ(bytes.substr(entry.directory_offset, 4), "PK\x01\x02") << c.name;
        }
        if (!file.entries.empty()) {
            const PackageEntry& stored = entries.value()[1];
            EXPECT_EQ(bytes.substr(stored.data_offset, stored.size), file.entries[1].data)
                << c.name;
        }
    }
}

TEST(ZipDirectory, WhatTwoReadersCouldReadInTwoWaysIsRefused) {
    struct Case {
        const char* name;
        std::function<void(ZipFile&)> change;
        std::string rule = "F11";
    };
    const Case cases[] = {
        {"names differ", [](ZipFile& f) { f.entries[0].local_name = "z.xml"; }},
        {"methods differ", [](ZipFile& f) { f.entries[0].local_method = 0; }},
        {"sizes differ", [](ZipFile& f) { f.entries[0].local_size = 5; }},
        {"a header before its place", [](ZipFile& f) { f.entries[0].offset = 3; }},
        {"two entries, one header",
         [](ZipFile& f) {
             f.entries[1] = f.entries[0];
             f.entries[1].offset = 0;
         }},
        {"a header past the end", [](ZipFile& f) { f.entries[0].offset = 0x7FFFFFFF; }},
        {"more entries announced", [](ZipFile& f) { f.count = 3; }},
        {"fewer entries announced", [](ZipFile& f) { f.count = 1; }},
        {"a directory too long", [](ZipFile& f) { f.directory_size = 0xFFFFFFF0; }},
        {"a directory elsewhere", [](ZipFile& f) { f.directory_offset = 0; }},
        {"split over disks", [](ZipFile& f) { f.disk = 2; }},
        {"bytes after the end", [](ZipFile& f) { f.suffix = "x"; }},
        {"an end record in the comment",
         [](ZipFile& f) { f.comment = "PK\x05\x06" + std::string(18, '\0'); }},
        {"zip64 announced only", [](ZipFile& f) { f.directory_offset = 0xFFFFFFFF; }},
        {"encrypted", [](ZipFile& f) { f.entries[0].flags = 1; }, "F02"},
        {"masked headers", [](ZipFile& f) { f.entries[0].flags = 0x2000; }, "F02"},
        {"AES", [](ZipFile& f) { f.entries[0].method = 99; }, "F02"},
    };
    for (const Case& c : cases) {
        ZipFile file = two_entries();
        c.change(file);
        const std::string bytes = file.bytes();
        const auto entries = read_zip_directory(bytes, Limits());
        ASSERT_FALSE(entries.has_value()) << c.name;
        EXPECT_EQ(entries.error().rule, c.rule) << c.name;
        EXPECT_FALSE(entries.error().hint.ja.empty()) << c.name;
    }
}

TEST(ZipDirectory, EveryPrefixOfAFileIsRefused) {
    const std::string bytes = two_entries().bytes();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(
            read_zip_directory(std::string_view(bytes).substr(0, size), Limits()).has_value())
            << size;
    }
}

TEST(ZipDirectory, AnyByteChangedIsReadOrRefusedButNeverReadsOutside) {
    std::string bytes = two_entries().bytes();
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (const int flip : {0x01, 0x80, 0xFF}) {
            const char old = bytes[at];
            bytes[at] = static_cast<char>(bytes[at] ^ flip);
            const auto entries = read_zip_directory(bytes, Limits());
            if (entries) {
                for (const PackageEntry& entry : entries.value()) {
                    EXPECT_LE(entry.data_offset + entry.compressed_size, bytes.size()) << at;
                }
            }
            bytes[at] = old;
        }
    }
}

TEST(ZipDirectory, TheNumberOfEntriesIsLimited) {
    const std::string bytes = two_entries().bytes();
    Limits limits;
    limits.entries = 2;
    EXPECT_TRUE(read_zip_directory(bytes, limits).has_value());
    limits.entries = 1;
    const auto refused = read_zip_directory(bytes, limits);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().rule, "F12");
    EXPECT_EQ(refused.error().found, "2");
    EXPECT_EQ(refused.error().expected, "1");
}

}  // namespace
}  // namespace shinchoku::xlsx
