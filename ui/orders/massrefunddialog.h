// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/door/doorqueries.h"
#include "commands/orders/massrefund.h"
#include "commands/orders/salequeries.h"
#include "ui/common/rowmodel.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace encore::ui
{

class DataTable;

class MassRefundModel final : public RowModel<commands::MassRefundResults::Row>
{
    Q_OBJECT

public:
    enum Column { Order, Buyer, Amount, Result, ColumnCount };

    using RowModel::RowModel;
    void setCurrency(const QString& currency) { m_currency = currency; }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const commands::MassRefundResults::Row& row) const override { return row.orderId.text(); }

private:
    QString m_currency = QStringLiteral("KRW");
};

/// A show that does not take place: what refunding everybody comes to, then the result for each person while it is carried out.
class MassRefundDialog final : public QDialog
{
    Q_OBJECT

public:
    MassRefundDialog(const Services& services, Theme& theme, const QString& currency, QWidget* parent = nullptr);

Q_SIGNALS:
    void planAccepted(); ///< its steps go on by themselves

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void say();
    void ask();
    void refresh();
    void submit();
    void askResults();

    Services m_services;
    Theme& m_theme;
    Wording m_wording;
    QString m_currency;
    std::vector<commands::DoorPerformances::Row> m_performances;
    std::optional<commands::PlanMassRefund::Row> m_plan;
    bool m_isAccepted = false;
    QString m_faultText;
    QTimer m_timer;
    MassRefundModel* m_model = nullptr;
    QLabel* m_heading = nullptr;
    QLabel* m_performanceTitle = nullptr;
    QComboBox* m_performance = nullptr;
    QLabel* m_text = nullptr;
    QLabel* m_reasonTitle = nullptr;
    QLineEdit* m_reason = nullptr;
    DataTable* m_table = nullptr;
    QLabel* m_fault = nullptr;
    QPushButton* m_close = nullptr;
    QPushButton* m_confirm = nullptr;
};

} // namespace encore::ui
