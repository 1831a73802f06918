// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace encore::ui
{

/// A table that fetches its rows page by page while it is scrolled, so that a million of them open as fast as ten. What it is asked for –
/// filter, order – belongs to the source; restart() asks anew.
template<class Row>
class PagedModel : public QAbstractTableModel
{
public:
    using Answer = std::function<void(const std::vector<Row>&)>;
    /// @p last: the row that the page follows; null for the first page. Answers later, on this thread.
    using Source = std::function<void(const Row* last, int offset, int limit, Answer answer)>;
    static constexpr int pageSize = 200;

    explicit PagedModel(QObject* parent = nullptr) : QAbstractTableModel(parent) { }

    void setSource(Source source) { m_source = std::move(source); }
    void restart()
    {
        ++m_run;
        m_isWhole = false;
        setProperty("whole", false);
        m_isAsking = false;
        m_replaces = true; // the old rows stay until the new ones are there
        ask(0, std::max(pageSize, std::min(int(m_rows.size()), 5 * pageSize)));
    }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    [[nodiscard]] const Row& row(int number) const { return m_rows.at(size_t(number)); }
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override { return !parent.isValid() && !m_isWhole && !m_isAsking && m_run > 0; }
    void fetchMore(const QModelIndex& parent) override
    {
        if (canFetchMore(parent)) // whoever asks without asking first gets nothing twice
            ask(int(m_rows.size()), pageSize);
    }
    void retranslate()
    {
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

private:
    void ask(int offset, int limit)
    {
        m_isAsking = true;
        m_source(offset > 0 ? &m_rows.back() : nullptr, offset, limit, [this, limit, run = m_run](const std::vector<Row>& rows) {
            if (run != m_run)
                return; // of an older question
            m_isAsking = false;
            m_isWhole = int(rows.size()) < limit;
            setProperty("whole", m_isWhole); // for a table that does not know the rows' type
            if (std::exchange(m_replaces, false))
                replace(rows);
            else
                append(rows);
        });
    }
    void append(const std::vector<Row>& rows)
    {
        if (rows.empty())
            return;
        beginInsertRows({}, rowCount(), rowCount() + int(rows.size()) - 1);
        m_rows.insert(m_rows.end(), rows.begin(), rows.end());
        endInsertRows();
    }
    /// Row by row where it can be, so that a selection stays where it is.
    void replace(const std::vector<Row>& rows)
    {
        const auto same = std::min(m_rows.size(), rows.size());
        std::copy(rows.begin(), rows.begin() + qsizetype(same), m_rows.begin());
        if (same > 0)
            Q_EMIT dataChanged(index(0, 0), index(int(same) - 1, columnCount() - 1));
        if (m_rows.size() > same) {
            beginRemoveRows({}, int(same), rowCount() - 1);
            m_rows.resize(same);
            endRemoveRows();
        } else {
            append({rows.begin() + qsizetype(same), rows.end()});
        }
    }

    Source m_source;
    std::vector<Row> m_rows;
    int m_run = 0;
    bool m_isWhole = false;
    bool m_isAsking = false;
    bool m_replaces = false;
};

} // namespace encore::ui
