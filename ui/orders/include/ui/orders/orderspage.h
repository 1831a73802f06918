// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace encore::ui
{

class DataTable;
class OrderModel;
class OrderView;

/// Every order, found by its label, its buyer or its state; the chosen one beside it.
class OrdersPage final : public Page
{
    Q_OBJECT

public:
    OrdersPage(const Services& services, Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Orders"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("orders"); }
    [[nodiscard]] QString pageId() const override { return QStringLiteral("orders"); }
    void reload() override;
    void showOrder(const QString& label);

protected:
    void retranslated() override;

private:
    void build();
    void say();
    void refresh();
    void restart();

    Services m_services;
    Theme& m_theme;
    OrderModel* m_model = nullptr;
    QString m_currency = QStringLiteral("KRW");
    QString m_zone = QStringLiteral("Asia/Seoul");
    QString m_wanted; ///< label of the order to show once it is there
    QTimer m_typing;
    QLabel* m_heading = nullptr;
    QLineEdit* m_search = nullptr;
    QComboBox* m_state = nullptr;
    QPushButton* m_massRefund = nullptr;
    DataTable* m_table = nullptr;
    OrderView* m_order = nullptr;
};

} // namespace encore::ui
