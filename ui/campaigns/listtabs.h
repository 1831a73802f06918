// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigntab.h"
#include "ui/common/pagedmodel.h"
#include "ui/common/rowmodel.h"

#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace encore::ui
{

class DataTable;

/// Pledges, newest first, page by page.
class BackerModel final : public PagedModel<commands::Pledges::Row>
{
    Q_OBJECT

public:
    enum Column { Name, Email, Amount, State, Placed, Source, Label, ColumnCount };

    using PagedModel::PagedModel;
    void setCampaign(const domain::Currency& currency, const QString& zone);
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    domain::Currency m_currency = domain::Currency::krw();
    QString m_zone;
};

/// Who backs a campaign: found by name, e-mail, label or state; a refund of one of them.
class BackersTab final : public CampaignTab
{
    Q_OBJECT

public:
    BackersTab(const Services& services, Theme& theme, QWidget* parent);

protected:
    void show(bool isAnother) override;

private:
    void say();
    void refresh();
    void askRefund();

    BackerModel* m_model = nullptr;
    QTimer m_typing;
    QLineEdit* m_search = nullptr;
    QComboBox* m_state = nullptr;
    QPushButton* m_refund = nullptr;
    DataTable* m_table = nullptr;
};

class ProjectHistoryModel final : public RowModel<commands::ProjectHistory::Row>
{
    Q_OBJECT

public:
    enum Column { At, What, Who, Where, Details, ColumnCount };

    using RowModel::RowModel;
    void setZone(const QString& zone) { m_zone = zone; }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const commands::ProjectHistory::Row& row) const override { return QString::number(row.sequence); }

private:
    QString m_zone;
};

/// What was done to a campaign, by whom, newest first.
class HistoryTab final : public CampaignTab
{
    Q_OBJECT

public:
    HistoryTab(const Services& services, Theme& theme, QWidget* parent);

protected:
    void show(bool isAnother) override;

private:
    ProjectHistoryModel* m_model = nullptr;
    DataTable* m_table = nullptr;
};

/// What the backers were told, and what they are told next.
class UpdatesTab final : public CampaignTab
{
    Q_OBJECT

public:
    UpdatesTab(const Services& services, Theme& theme, QWidget* parent);
    [[nodiscard]] bool isDirty() const override;
    void save() override { post(); }
    void discard() override;

protected:
    void show(bool isAnother) override;

private:
    void build();
    void say();
    void refresh();
    void post();

    QLabel* m_titleTitle = nullptr;
    QLineEdit* m_title = nullptr;
    QLabel* m_textTitle = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QCheckBox* m_backersOnly = nullptr;
    QPushButton* m_post = nullptr;
    QLabel* m_toldTitle = nullptr;
    QLabel* m_told = nullptr;
};

} // namespace encore::ui
