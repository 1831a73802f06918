// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/formdialog.h"
#include "ui/common/rowmodel.h"
#include "ui/common/services.h"

#include <optional>

namespace encore::ui
{

class DataTable;

class ImportRowModel final : public RowModel<commands::ImportRow>
{
    Q_OBJECT

public:
    enum Column { Line, What, Change, ColumnCount };

    using RowModel::RowModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const commands::ImportRow& row) const override { return QString::number(row.line); }
};

/// A table from a spreadsheet: chosen, shown row by row with what it would change or why not, and then taken over as a whole.
class ImportDialog final : public FormDialog
{
    Q_OBJECT

public:
    ImportDialog(const Services& services, Theme& theme, const commands::ImportTarget& target, const Words& heading, const Words& text, QWidget* parent);

    void readFile(const QString& path);
    void writeTemplate(const QString& path); ///< the titles of the columns, to begin with

Q_SIGNALS:
    void done(qint64 rows);

private:
    void build(const Words& heading, const Words& text);
    void refresh() override;
    void confirm() override;
    void chooseFile();
    void chooseTemplate();

    Services m_services;
    const commands::ImportTarget m_target;
    std::optional<commands::TableImport> m_import;
    QString m_path;
    QString m_faultText;
    QString m_answerText;
    bool m_isBusy = false;
    ImportRowModel* m_model = nullptr;
    QPushButton* m_choose = nullptr;
    QPushButton* m_template = nullptr;
    QLabel* m_summary = nullptr;
    DataTable* m_table = nullptr;
};

} // namespace encore::ui
