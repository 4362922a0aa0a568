#pragma once

#include <map>

#include "provenu/report/workbook.hpp"

struct lxw_workbook;
struct lxw_format;

namespace provenu::output {

/// Formats of a file, each made once.
class WorkbookStyles {
 public:
    explicit WorkbookStyles(lxw_workbook* book) : book_(book) {}
    lxw_format* of(const report::Look& look);

 private:
    lxw_workbook* book_;
    std::map<report::Look, lxw_format*> made_;
};

}  // namespace provenu::output
