#include "output/archive.hpp"

#include <zip.h>

#include <new>

namespace provenu::output {
namespace {

constexpr zip_uint16_t midnight = 0;
constexpr zip_uint16_t first_of_january_1980 = (1U << 5U) | 1U;  // the first day that the format knows

bool add(zip_t* archive, const Part& part) {
    zip_source_t* source = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
    if (source == nullptr) return false;
    const zip_int64_t index = zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    return zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), midnight, first_of_january_1980, 0) == 0;
}

std::string read_all(zip_source_t* source) {
    std::string bytes;
    zip_stat_t about;
    if (zip_source_open(source) < 0) return bytes;
    if (zip_source_stat(source, &about) == 0) bytes.resize(about.size);
    if (zip_source_read(source, bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size())) bytes.clear();
    zip_source_close(source);
    return bytes;
}

}  // namespace

std::string zipped(const std::vector<Part>& parts) {
    std::string bytes;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* archive = buffer == nullptr ? nullptr : zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
    bool whole = archive != nullptr;
    if (whole) zip_source_keep(buffer);  // the archive lets go of it when it is closed
    for (const Part& part : parts) whole = whole && add(archive, part);
    if (whole && zip_close(archive) == 0)
        bytes = read_all(buffer);
    else if (archive != nullptr)
        zip_discard(archive);
    if (buffer != nullptr) zip_source_free(buffer);
    zip_error_fini(&error);
    if (bytes.empty()) throw std::bad_alloc();
    return bytes;
}

}  // namespace provenu::output
