#include "tables/archive.hpp"

#include <zip.h>

#include <algorithm>

namespace provenu::tables {
namespace {

zip_t* archive_of(void* zip) {
    return static_cast<zip_t*>(zip);
}

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void Archive::Close::operator()(void* zip) const {
    zip_discard(archive_of(zip));
}

Archive::Archive(const std::string& bytes) {
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    if (source == nullptr) return;
    zip_.reset(zip_open_from_source(source, ZIP_RDONLY, nullptr));
    if (!zip_) zip_source_free(source);
}

bool Archive::has(const std::string& name) const {
    return zip_ && zip_name_locate(archive_of(zip_.get()), name.c_str(), 0) >= 0;
}

std::variant<std::string, Archive::Missing, Archive::Damaged, Archive::TooLarge> Archive::part(const std::string& name) {
    if (!has(name)) return Missing{};
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(archive_of(zip_.get()), name.c_str(), 0));
    if (!file) return Damaged{};
    std::string bytes;
    std::size_t block = 1u << 16;
    while (true) {
        const std::size_t old = bytes.size();
        bytes.resize(old + block);
        const auto got = zip_fread(file.get(), bytes.data() + old, block);
        if (got < 0) return Damaged{};
        bytes.resize(old + static_cast<std::size_t>(got));
        if (got == 0) break;
        unpacked_ += static_cast<std::size_t>(got);
        if (bytes.size() > largest_part || unpacked_ > most_unpacked) return TooLarge{};
        block = std::min<std::size_t>(block * 2, 1u << 22);
    }
    return bytes;
}

}  // namespace provenu::tables
