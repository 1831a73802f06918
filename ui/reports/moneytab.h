// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/ledger/moneybyday.h"
#include "ui/common/rowmodel.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QWidget>

class QBarSet;
class QBarCategoryAxis;
class QChartView;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedBarSeries;
class QValueAxis;

namespace encore::ui
{

class DataTable;

/// Some days together: what a bar of the chart and a row of the table stand for.
struct MoneySpan {
    QDate first;
    QDate last;
    qint64 pledges = 0;
    qint64 sales = 0;
    qint64 refunds = 0;
    [[nodiscard]] qint64 rest() const { return pledges + sales - refunds; }
};

/// Days, weeks (from Monday) or months, by how long the period is.
[[nodiscard]] std::vector<MoneySpan> spansOf(const std::vector<commands::MoneyByDay::Row>& days);

class MoneyModel final : public RowModel<MoneySpan>
{
    Q_OBJECT

public:
    enum Column { When, Pledges, Sales, Refunds, Rest, ColumnCount };

    using RowModel::RowModel;
    void setCurrency(const QString& currency) { m_currency = currency; }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const MoneySpan& row) const override { return row.first.toString(Qt::ISODate); }

private:
    QString m_currency = QStringLiteral("KRW");
};

/// What came in and went back over a period: as bars, as sums, and as the table that the bars are drawn from.
class MoneyTab final : public QWidget
{
    Q_OBJECT

public:
    MoneyTab(const Services& services, Theme& theme, QWidget* parent);

    void reload();
    void retranslate();

private:
    void build();
    void buildChart();
    void applyTheme();
    void draw();
    void sayTotals();
    void chooseFile();

    Services m_services;
    Theme& m_theme;
    Wording m_wording;
    QString m_currency = QStringLiteral("KRW");
    QString m_zone = QStringLiteral("Asia/Seoul");
    QString m_answerText;
    MoneyModel* m_model = nullptr;
    QComboBox* m_period = nullptr;
    QPushButton* m_save = nullptr;
    QLabel* m_totals = nullptr;
    QChartView* m_chart = nullptr;
    QStackedBarSeries* m_bars = nullptr;
    QBarSet* m_pledges = nullptr;
    QBarSet* m_sales = nullptr;
    QBarSet* m_refunds = nullptr;
    QBarCategoryAxis* m_time = nullptr;
    QValueAxis* m_money = nullptr;
    DataTable* m_table = nullptr;
};

} // namespace encore::ui
