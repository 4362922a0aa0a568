#include "output/workbook_charts.hpp"

#include <zip.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace provenu::output {
namespace {

using report::SheetChart;

/// From a text up to the end of another, both included; takes it out.
std::string taken(std::string& from, const std::string& first, const std::string& last) {
    const auto begin = from.find(first);
    const auto end = begin == std::string::npos ? begin : from.find(last, begin);
    if (end == std::string::npos) return "";
    const std::string part = from.substr(begin, end + last.size() - begin);
    from.erase(begin, part.size());
    return part;
}

bool is_mixed(const std::vector<SheetChart::Series>& series) {
    const auto is_line = [](const SheetChart::Series& each) { return each.line; };
    return std::ranges::any_of(series, is_line) && !std::ranges::all_of(series, is_line);
}

/// An archive in memory.
class Archive {
 public:
    explicit Archive(const std::string& bytes) {
        zip_error_t error;
        zip_error_init(&error);
        // What the library writes takes the place of what it was given, which it then frees.
        void* own = std::malloc(bytes.size());
        if (own != nullptr) std::ranges::copy(bytes, static_cast<char*>(own));
        source_ = own != nullptr ? zip_source_buffer_create(own, bytes.size(), 1, &error) : nullptr;
        if (source_ != nullptr) zip_source_keep(source_);
        archive_ = source_ != nullptr ? zip_open_from_source(source_, 0, &error) : nullptr;
        zip_error_fini(&error);
    }
    ~Archive() {
        if (archive_ != nullptr) zip_discard(archive_);
        if (source_ != nullptr) zip_source_free(source_);
    }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    [[nodiscard]] bool is_open() const { return archive_ != nullptr; }

    [[nodiscard]] std::string read(const std::string& name) const {
        zip_stat_t found;
        zip_stat_init(&found);
        if (zip_stat(archive_, name.c_str(), 0, &found) != 0) return "";
        std::string content(found.size, '\0');
        zip_file_t* file = zip_fopen(archive_, name.c_str(), 0);
        if (file == nullptr) return "";
        const zip_int64_t count = zip_fread(file, content.data(), content.size());
        zip_fclose(file);
        return count == static_cast<zip_int64_t>(content.size()) ? content : "";
    }

    /// `content` must live until the archive is closed.
    bool replace(const std::string& name, const std::string& content) {
        constexpr zip_uint16_t first_of_january_1980 = 0x21;
        const zip_int64_t at = zip_name_locate(archive_, name.c_str(), 0);
        zip_source_t* part = zip_source_buffer(archive_, content.data(), content.size(), 0);
        if (at < 0 || part == nullptr) return false;
        const auto index = static_cast<zip_uint64_t>(at);
        return zip_file_replace(archive_, index, part, 0) == 0 &&
               zip_file_set_dostime(archive_, index, 0, first_of_january_1980, 0) == 0;
    }

    /// The whole as bytes; empty where it cannot be made.
    std::string close() {
        if (zip_close(archive_) != 0) return "";
        archive_ = nullptr;
        zip_stat_t found;
        zip_stat_init(&found);
        if (zip_source_stat(source_, &found) != 0 || zip_source_open(source_) != 0) return "";
        std::string bytes(found.size, '\0');
        const zip_int64_t count = zip_source_read(source_, bytes.data(), bytes.size());
        zip_source_close(source_);
        return count == static_cast<zip_int64_t>(bytes.size()) ? bytes : "";
    }

 private:
    zip_source_t* source_ = nullptr;
    zip_t* archive_ = nullptr;
};

}  // namespace

std::string with_lines(const std::string& chart, const std::vector<SheetChart::Series>& series) {
    std::string rest = chart;
    std::string columns;
    std::string lines;
    for (const SheetChart::Series& each : series) (each.line ? lines : columns) += taken(rest, "<c:ser>", "</c:ser>");
    const std::string end = "</c:barChart>";
    const auto axes = rest.find("<c:axId");
    const auto close = rest.find(end);
    if (axes == std::string::npos || close == std::string::npos) return chart;
    const std::string axis_ids = rest.substr(axes, close - axes);
    const auto shape = rest.find("<c:gapWidth");
    rest.insert(close + end.size(),
                "<c:lineChart><c:grouping val=\"standard\"/>" + lines + "<c:marker val=\"1\"/>" + axis_ids + "</c:lineChart>");
    rest.insert(std::min(shape, axes), columns);
    return rest;
}

std::string with_lines(const std::string& file, const std::vector<SheetChart>& charts) {
    Archive archive(file);
    if (!archive.is_open()) return "";
    std::vector<std::unique_ptr<std::string>> parts;
    for (std::size_t i = 0; i < charts.size(); ++i) {
        if (!is_mixed(charts[i].series)) continue;
        const std::string name = "xl/charts/chart" + std::to_string(i + 1) + ".xml";
        parts.push_back(std::make_unique<std::string>(with_lines(archive.read(name), charts[i].series)));
        if (!archive.replace(name, *parts.back())) return "";
    }
    return archive.close();
}

}  // namespace provenu::output
