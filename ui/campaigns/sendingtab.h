// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigntab.h"
#include "commands/fulfilment/fulfilment.h"
#include "ui/common/pagedmodel.h"

class QCheckBox;
class QLabel;
class QPushButton;

namespace encore::ui
{

class DataTable;

/// Pledges with something to send, the earliest first.
class PackingModel final : public PagedModel<commands::PackingRow>
{
    Q_OBJECT

public:
    enum Column { Backer, Open, Address, Sent, State, Label, ColumnCount };

    using PagedModel::PagedModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

/// What the backers of a funded campaign are still to get: what to make, where it goes, what has left with which number.
class SendingTab final : public CampaignTab
{
    Q_OBJECT

public:
    SendingTab(const Services& services, Theme& theme, QWidget* parent);

    void writePackingList(const QString& path);

protected:
    void show(bool isAnother) override;

private:
    void build();
    void say();
    void refresh();
    [[nodiscard]] const commands::PackingRow* chosen() const;
    void askAddress();
    void askDispatch();
    void choosePackingList();
    void openImport();

    std::vector<commands::PackingTotals::Row> m_totals;
    QString m_answerText;
    PackingModel* m_model = nullptr;
    QLabel* m_summary = nullptr;
    QCheckBox* m_withSent = nullptr;
    QPushButton* m_address = nullptr;
    QPushButton* m_dispatch = nullptr;
    QPushButton* m_print = nullptr;
    QPushButton* m_import = nullptr;
    DataTable* m_table = nullptr;
};

} // namespace encore::ui
