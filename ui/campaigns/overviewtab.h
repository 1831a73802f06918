// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigntab.h"
#include "ui/common/rowmodel.h"

class QLabel;
class QPushButton;
class QTableView;

namespace encore::ui
{

class FundingChart;

/// A name, what it brought, and its share of the whole.
struct ShareRow {
    QString name;
    qint64 amount = 0;
    qint64 count = 0;
    int permille = 0;
};

class ShareModel final : public RowModel<ShareRow>
{
    Q_OBJECT

public:
    enum Column { Name, Count, Amount, Share, ColumnCount };
    explicit ShareModel(std::function<QString()> title, QObject* parent) : RowModel(parent), m_title(std::move(title)) { }
    void setCurrency(const domain::Currency& currency) { m_currency = currency; }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const ShareRow& row) const override { return row.name; }

private:
    std::function<QString()> m_title;
    domain::Currency m_currency = domain::Currency::krw();
};

/// How a campaign stands, in one glance.
class OverviewTab final : public CampaignTab
{
    Q_OBJECT

public:
    OverviewTab(const Services& services, Theme& theme, QWidget* parent);

protected:
    void show(bool isAnother) override;

private:
    struct Figure {
        QLabel* title = nullptr;
        QLabel* value = nullptr;
        QLabel* note = nullptr;
    };
    [[nodiscard]] QWidget* makeChartCard(QWidget* parent);
    void build();
    [[nodiscard]] Figure makeFigure(const QString& name, QWidget* row);
    void say();
    void ask();
    void refreshFigures();
    void refreshShares(const std::vector<domain::Reward>& rewards);

    std::vector<Figure> m_figures;
    std::optional<commands::ProjectOutlook::Row> m_outlook;
    std::vector<commands::FundingCurve::Row> m_days;
    FundingChart* m_chart = nullptr;
    QLabel* m_outlookText = nullptr;
    QPushButton* m_saveChart = nullptr;
    ShareModel* m_rewards = nullptr;
    ShareModel* m_sources = nullptr;
    QLabel* m_rewardsTitle = nullptr;
    QLabel* m_sourcesTitle = nullptr;
    QTableView* m_rewardsTable = nullptr;
    QTableView* m_sourcesTable = nullptr;
};

} // namespace encore::ui
