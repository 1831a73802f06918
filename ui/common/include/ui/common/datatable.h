// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QSettings;
class QTableView;
class QToolButton;

namespace encore::ui
{

/// What a model answers where the text of a cell does not sort as its value does: the value.
inline constexpr int SortRole = Qt::UserRole + 100;

/// Rows as tab-separated values: what a spreadsheet takes from the clipboard. Tabs and line ends inside a cell become spaces.
[[nodiscard]] QString tabSeparated(const QAbstractItemModel& model, const std::vector<int>& rows, const std::vector<int>& columns);
/// The whole model with its titles as CSV (RFC 4180, UTF-8 with byte order mark). A text that a spreadsheet would take for a formula
/// gets an apostrophe in front, because names come from outside.
[[nodiscard]] QByteArray commaSeparated(const QAbstractItemModel& model, const std::vector<int>& columns);

/// Sorts by value, then by the words as people order them; keeps rows where any of the chosen columns has the filter's text.
class SortedRows final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SortedRows(QObject* parent) : QSortFilterProxyModel(parent) { setDynamicSortFilter(true); }
    void setText(const QString& text);
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_text;
};

/// A table as every screen has it (UX.md): a click on a title sorts, typing filters, columns are chosen and remembered on this desk,
/// Ctrl+C copies the chosen rows, everything shown can be written as CSV. A model that fetches its rows page by page sorts and filters by
/// itself: for those the titles do not sort, and the screen has a search of its own.
class DataTable final : public QWidget
{
    Q_OBJECT

public:
    /// @p name: of the table in settings and tests; the view is called <name>TableView.
    enum class Rows { Whole, Paged };
    DataTable(QAbstractItemModel& model, const QString& name, QSettings& settings, Theme& theme, QWidget* parent = nullptr, Rows rows = Rows::Whole);

    [[nodiscard]] QTableView* view() const { return m_view; }
    void setCaption(const QString& caption); ///< for a screen reader and as hint
    void setEmptyText(const QString& text); ///< stands where there is no row at all
    void keepWhole(std::initializer_list<int> columns) { m_whole = columns; } ///< what people read to each other, and times: other columns give way to them
    void addTool(QWidget* tool); ///< stands beside the filter, also while there is no row
    void copy() const; ///< the chosen rows, or the current one
    void saveCsv(QString path); ///< every row; of a model that fetches page by page those that are missing are fetched first

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    [[nodiscard]] bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build(const QString& name);
    void fillMenu();
    void exportRows();
    void writeCsv(const QString& path);
    void fit();
    void keepWholeColumns(const std::vector<int>& columns, const std::vector<int>& wanted, std::vector<int>& least, int room) const;
    void remember();
    void refresh();
    void retranslate();
    [[nodiscard]] std::vector<int> shownColumns() const; ///< in the order on the screen

    QSettings& m_settings;
    QString m_key;
    Theme& m_theme;
    QAbstractItemModel& m_model;
    SortedRows* m_sorted = nullptr; ///< none where the model sorts by itself
    QAbstractItemModel* m_rows = nullptr; ///< what the view shows
    QLineEdit* m_filter = nullptr;
    QLabel* m_count = nullptr;
    QHBoxLayout* m_tools = nullptr;
    QToolButton* m_options = nullptr;
    QMenu* m_menu = nullptr;
    QTableView* m_view = nullptr;
    QLabel* m_empty = nullptr;
    std::vector<int> m_whole;
    QString m_savePath; ///< to be written once every row is there
    bool m_fits = true; ///< nobody has set a width yet
    bool m_fitting = false;
};

} // namespace encore::ui
