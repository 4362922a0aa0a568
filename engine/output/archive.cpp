#include "output/archive.hpp"

#include <zip.h>

#include <memory>

namespace provenu::output {
namespace {

constexpr zip_uint16_t midnight = 0;
constexpr zip_uint16_t first_of_january_1980 = (1U << 5U) | 1U;  // the first day that the format knows

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

struct Release {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, Release>;

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

diag::Result<std::string> zipped(const std::vector<Part>& parts) {
    diag::Result<std::string> result;
    zip_error_t error;
    zip_error_init(&error);
    const Source buffer(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (buffer) {
        zip_source_keep(buffer.get());  // the archive lets go of it when it is closed
        Archive archive(zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error));
        bool whole = archive != nullptr;
        if (!archive) zip_source_free(buffer.get());
        for (const Part& part : parts) whole = whole && add(archive.get(), part);
        if (whole && zip_close(archive.get()) == 0) {
            (void)archive.release();  // closing has freed it
            result.value = read_all(buffer.get());
        }
    }
    zip_error_fini(&error);
    if (!result.value || result.value->empty()) result.diagnostics.error("P975", {}, {});
    return result;
}

}  // namespace provenu::output
