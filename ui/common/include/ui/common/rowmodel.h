// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <vector>

namespace encore::ui
{

/// A table over rows that come anew from a query now and then. What changed is told row by row, so that a selection, a scroll position
/// or a chart on top of it stays where it is.
template<class Row>
class RowModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] const Row& row(int number) const { return m_rows.at(size_t(number)); }

    void setRows(const std::vector<Row>& rows)
    {
        removeAbsent(rows);
        for (int number = 0; number < int(rows.size()); ++number) {
            const Row& wanted = rows.at(size_t(number));
            const int found = find(keyOf(wanted), number);
            if (found < 0) {
                insertRowAt(number, wanted);
                continue;
            }
            if (found != number)
                moveRowTo(found, number);
            m_rows.at(size_t(number)) = wanted;
            tellChanged(number);
        }
    }

    /// In another language the same rows read differently.
    void retranslate()
    {
        if (columnCount() > 0)
            Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

protected:
    /// Unique among the rows, and the same for the same thing.
    [[nodiscard]] virtual QString keyOf(const Row& row) const = 0;

    void insertRowAt(int number, const Row& row)
    {
        beginInsertRows({}, number, number);
        m_rows.insert(m_rows.begin() + number, row);
        endInsertRows();
    }
    void removeRowAt(int number)
    {
        beginRemoveRows({}, number, number);
        m_rows.erase(m_rows.begin() + number);
        endRemoveRows();
    }
    void replaceRowAt(int number, const Row& row)
    {
        m_rows.at(size_t(number)) = row;
        tellChanged(number);
    }
    [[nodiscard]] int find(const QString& key, int from = 0) const
    {
        for (int number = from; number < int(m_rows.size()); ++number) {
            if (keyOf(m_rows.at(size_t(number))) == key)
                return number;
        }
        return -1;
    }

private:
    void tellChanged(int number) { Q_EMIT dataChanged(index(number, 0), index(number, columnCount() - 1)); }
    void moveRowTo(int from, int to)
    {
        beginMoveRows({}, from, from, {}, to);
        std::rotate(m_rows.begin() + to, m_rows.begin() + from, m_rows.begin() + from + 1);
        endMoveRows();
    }
    void removeAbsent(const std::vector<Row>& rows)
    {
        QStringList keys;
        for (const Row& row : rows)
            keys.append(keyOf(row));
        std::sort(keys.begin(), keys.end());
        for (int number = int(m_rows.size()) - 1; number >= 0; --number) {
            if (!std::binary_search(keys.cbegin(), keys.cend(), keyOf(m_rows.at(size_t(number)))))
                removeRowAt(number);
        }
    }

    std::vector<Row> m_rows;
};

} // namespace encore::ui
