// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/datatable.h"

#include "domain/csv.h"

#include <QAction>
#include <QClipboard>
#include <QCollator>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QSaveFile>
#include <QSettings>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <numeric>

namespace encore::ui
{
namespace
{

QString textOf(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data(Qt::DisplayRole).toString();
}

} // namespace

QString tabSeparated(const QAbstractItemModel& model, const std::vector<int>& rows, const std::vector<int>& columns)
{
    QString text;
    for (const int row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells << textOf(model, row, column).replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

QByteArray commaSeparated(const QAbstractItemModel& model, const std::vector<int>& columns)
{
    const auto line = [&](const auto& cell) {
        QStringList cells;
        for (const int column : columns)
            cells << cell(column);
        return domain::csvLine(cells);
    };
    QByteArray csv = "\xEF\xBB\xBF" + line([&](int column) { return model.headerData(column, Qt::Horizontal).toString(); });
    for (int row = 0; row < model.rowCount(); ++row)
        csv += line([&](int column) { return textOf(model, row, column); });
    return csv;
}

void SortedRows::setText(const QString& text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

QVariant SortedRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal) {
        const QVariant ofCells = rowCount() > 0 ? index(0, section).data(Qt::TextAlignmentRole) : QVariant(); // a title stands above its column
        return ofCells.isValid() ? ofCells : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    return QSortFilterProxyModel::headerData(section, orientation, role);
}

bool SortedRows::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant leftValue = left.data(SortRole);
    const QVariant rightValue = right.data(SortRole);
    if (leftValue.isValid() && rightValue.isValid())
        return QVariant::compare(leftValue, rightValue) == QPartialOrdering::Less;
    if (leftValue.isValid() != rightValue.isValid())
        return rightValue.isValid(); // what has no value comes first
    QCollator words{QLocale()}; // of the language on the screen
    words.setNumericMode(true); // seat 9 before seat 10
    words.setCaseSensitivity(Qt::CaseInsensitive);
    return words.compare(left.data().toString(), right.data().toString()) < 0;
}

bool SortedRows::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column) {
        if (sourceModel()->index(row, column, parent).data().toString().contains(m_text, Qt::CaseInsensitive))
            return true;
    }
    return m_text.isEmpty();
}

DataTable::DataTable(QAbstractItemModel& model, const QString& name, QSettings& settings, Theme& theme, QWidget* parent, Rows rows) :
    QWidget(parent), m_settings(settings), m_key(QStringLiteral("tables/") + name), m_theme(theme), m_model(model),
    m_sorted(rows == Rows::Whole ? new SortedRows(this) : nullptr), m_rows(&model)
{
    if (m_sorted) {
        m_sorted->setSourceModel(&model);
        m_rows = m_sorted;
    }
    build(name);
    const QByteArray state = m_settings.value(m_key).toByteArray();
    m_fits = state.isEmpty() || !m_view->horizontalHeader()->restoreState(state);
    QHeaderView* header = m_view->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter); // above what stands below it; numbers say otherwise by themselves
    connect(header, &QHeaderView::sectionMoved, this, &DataTable::remember);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &DataTable::remember);
    connect(header, &QHeaderView::sectionResized, this, [this] {
        if (!m_fitting)
            m_fits = false;
        remember();
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this, &DataTable::refresh);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &DataTable::refresh);
    connect(m_rows, &QAbstractItemModel::dataChanged, this, &DataTable::fit);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (m_sorted)
            m_sorted->setText(text);
        refresh();
    });
    connect(m_menu, &QMenu::aboutToShow, this, &DataTable::fillMenu);
    connect(&theme, &Theme::changed, this, &DataTable::retranslate);
    auto* copyRows = new QAction(m_view);
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetShortcut);
    connect(copyRows, &QAction::triggered, this, &DataTable::copy);
    m_view->addAction(copyRows);
    m_view->viewport()->installEventFilter(this);
    retranslate();
    refresh();
}

void DataTable::build(const QString& name)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::grid, 0, 0);
    layout->setSpacing(Theme::grid);
    m_tools = new QHBoxLayout;
    m_tools->setSpacing(Theme::grid);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(name + QStringLiteral("FilterLineEdit"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(320);
    m_count = new QLabel(this);
    m_count->setObjectName(name + QStringLiteral("CountLabel"));
    m_options = new QToolButton(this);
    m_options->setObjectName(name + QStringLiteral("OptionsButton"));
    m_options->setPopupMode(QToolButton::InstantPopup);
    m_options->setFocusPolicy(Qt::StrongFocus);
    m_menu = new QMenu(this);
    m_menu->setObjectName(name + QStringLiteral("Menu"));
    m_options->setMenu(m_menu);
    m_tools->addWidget(m_filter, 1);
    m_tools->addWidget(m_count);
    m_tools->addStretch();
    m_tools->addWidget(m_options);
    layout->addLayout(m_tools);
    m_empty = new QLabel(this);
    m_empty->setObjectName(name + QStringLiteral("EmptyLabel"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setContentsMargins(4 * Theme::grid, 4 * Theme::grid, 4 * Theme::grid, 4 * Theme::grid);
    layout->addWidget(m_empty, 1);
    m_view = new QTableView(this);
    m_view->setObjectName(name + QStringLiteral("TableView"));
    m_view->setModel(m_rows);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(4 * Theme::grid);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(true);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView* header = m_view->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSortIndicatorClearable(true); // a third click gives the model's own order back
    header->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->setSortingEnabled(m_sorted != nullptr);
    layout->addWidget(m_view, 1);
}

void DataTable::addTool(QWidget* tool)
{
    m_tools->insertWidget(1, tool);
    setTabOrder(m_filter, tool);
    setTabOrder(tool, m_options);
}

std::vector<int> DataTable::shownColumns() const
{
    std::vector<int> columns;
    const QHeaderView* header = m_view->horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        if (!header->isSectionHidden(header->logicalIndex(place)))
            columns.push_back(header->logicalIndex(place));
    }
    return columns;
}

void DataTable::fillMenu()
{
    m_menu->clear();
    m_menu->addAction(tr("Copy the chosen rows"), this, &DataTable::copy)->setEnabled(m_view->selectionModel()->hasSelection());
    m_menu->addAction(tr("Save as CSV…"), this, &DataTable::exportRows);
    m_menu->addSection(tr("Columns"));
    const std::vector<int> shown = shownColumns();
    for (int column = 0; column < m_rows->columnCount(); ++column) {
        QAction* action = m_menu->addAction(m_rows->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_view->isColumnHidden(column));
        action->setEnabled(shown.size() > 1 || !action->isChecked()); // one stays
        connect(action, &QAction::toggled, this, [this, column](bool isShown) {
            m_view->setColumnHidden(column, !isShown);
            remember();
            fit();
        });
    }
    m_menu->addSeparator();
    m_menu->addAction(tr("As at first"), this, [this] {
        m_settings.remove(m_key);
        QHeaderView* header = m_view->horizontalHeader();
        for (int column = 0; column < m_rows->columnCount(); ++column) {
            m_view->setColumnHidden(column, false);
            header->moveSection(header->visualIndex(column), column);
        }
        header->setSortIndicator(-1, Qt::AscendingOrder);
        m_fits = true;
        m_settings.remove(m_key); // what was moved just now was remembered
        fit();
    });
}

void DataTable::remember()
{
    m_settings.setValue(m_key, m_view->horizontalHeader()->saveState());
}

void DataTable::copy() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    if (rows.empty() && m_view->currentIndex().isValid())
        rows.push_back(m_view->currentIndex().row());
    if (!rows.empty())
        QGuiApplication::clipboard()->setText(tabSeparated(*m_rows, rows, shownColumns()));
}

void DataTable::exportRows()
{
    auto* dialog = new QFileDialog(this, tr("Save as CSV"));
    dialog->setObjectName(QStringLiteral("tableFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilter(tr("Tables (*.csv)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { saveCsv(path); });
    dialog->open();
}

void DataTable::saveCsv(QString path) // by value: it may be m_savePath itself
{
    const bool isWhole = m_sorted || m_model.property("whole").toBool();
    m_savePath = isWhole ? QString() : path;
    if (isWhole) {
        writeCsv(path);
        return;
    }
    m_count->setText(tr("Collecting the rows: %1").arg(QLocale().toString(m_model.rowCount())));
    if (m_model.canFetchMore({}))
        m_model.fetchMore({});
    constexpr int lookAgainMs = 20; // the last page may bring no row, and then nothing tells that it came
    QTimer::singleShot(lookAgainMs, this, [this] {
        if (!m_savePath.isEmpty())
            saveCsv(m_savePath);
    });
}

void DataTable::writeCsv(const QString& path)
{
    QSaveFile file(path);
    const QByteArray csv = commaSeparated(*m_rows, shownColumns());
    const bool written = file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() && file.commit();
    m_count->setText(written ? tr("Saved: %1").arg(path) : tr("%1 could not be written: %2").arg(path, file.errorString()));
}

/// As wide as the contents need; where that is too much, the widest give way, but no title is cut off.
/// One behind the other, where there is room for it beside the others' titles; else it is cut off as those are.
void DataTable::keepWholeColumns(const std::vector<int>& columns, const std::vector<int>& wanted, std::vector<int>& least, int room) const
{
    int free = room - std::accumulate(least.begin(), least.end(), 0);
    for (const int column : m_whole) {
        const auto place = std::find(columns.begin(), columns.end(), column);
        const size_t number = size_t(place - columns.begin());
        if (place == columns.end() || wanted[number] - least[number] > free)
            continue;
        free -= wanted[number] - least[number];
        least[number] = wanted[number];
    }
}

void DataTable::fit()
{
    const int room = m_view->viewport()->width();
    const std::vector<int> columns = shownColumns();
    if (!m_fits || columns.empty() || room <= 0 || !isVisible())
        return;
    m_fitting = true;
    const QHeaderView* header = m_view->horizontalHeader();
    const QAbstractItemView* cells = m_view; // where the hint is public
    std::vector<int> wanted;
    std::vector<int> least;
    for (const int column : columns) {
        least.push_back(header->sectionSizeHint(column));
        wanted.push_back(std::max(cells->sizeHintForColumn(column) + 2 * Theme::grid, least.back()));
    }
    keepWholeColumns(columns, wanted, least, room);
    int over = -room;
    for (const int width : wanted)
        over += width;
    int narrowest = 0;
    for (const int width : least)
        narrowest += width;
    while (over > 0 && narrowest <= room) { // where even the titles do not fit it is scrolled, and then nothing needs to be cut off
        size_t widest = 0;
        for (size_t i = 1; i < wanted.size(); ++i) {
            if (wanted[i] - least[i] > wanted[widest] - least[widest])
                widest = i;
        }
        const int step = std::min(std::max(1, over / 4), wanted[widest] - least[widest]);
        if (step == 0)
            break;
        wanted[widest] -= step;
        over -= step;
    }
    if (over < 0)
        wanted.back() -= over;
    for (size_t i = 0; i < columns.size(); ++i)
        m_view->setColumnWidth(columns[i], wanted[i]);
    m_fitting = false;
}

bool DataTable::eventFilter(QObject* watched, QEvent* event)
{
    // A scroll bar comes after the rows and takes its room from the columns.
    if (watched == m_view->viewport() && event->type() == QEvent::Resize && !m_fitting)
        fit();
    return QWidget::eventFilter(watched, event);
}

void DataTable::refresh()
{
    const int all = m_model.rowCount();
    const bool isFiltered = !m_filter->text().trimmed().isEmpty();
    m_empty->setVisible(all == 0);
    m_view->setVisible(all > 0);
    m_count->setText(isFiltered ? tr("%1 of %2").arg(QLocale().toString(m_rows->rowCount()), QLocale().toString(all)) : QString());
    m_filter->setVisible(all > 0 && m_sorted);
    m_options->setVisible(all > 0);
    fit();
}

void DataTable::setCaption(const QString& caption)
{
    m_view->setAccessibleName(caption);
    m_view->setToolTip(caption);
}

void DataTable::setEmptyText(const QString& text)
{
    m_empty->setText(text);
}

void DataTable::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the rows"));
    m_filter->setToolTip(tr("Shows only rows with this text"));
    m_options->setText(tr("Table"));
    m_options->setAccessibleName(tr("Columns, copying, saving"));
    m_options->setToolTip(tr("Columns, copying, saving"));
    m_count->setFont(m_theme.font(TextRole::Caption));
    refresh();
}

void DataTable::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DataTable::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    QMetaObject::invokeMethod(this, &DataTable::fit, Qt::QueuedConnection); // after the view has its new width
}

} // namespace encore::ui
