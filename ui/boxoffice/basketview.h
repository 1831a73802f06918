// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace encore::ui
{

/// What is being sold, to whom, with which coupon, and what it comes to.
class BasketView final : public QWidget
{
    Q_OBJECT

public:
    BasketView(Checkout& checkout, Theme& theme, QWidget* parent = nullptr);

    void setCurrency(const QString& currency);
    void retranslate();

Q_SIGNALS:
    void cashChosen();
    void giveAwayChosen();

private:
    struct Line {
        QWidget* widget = nullptr;
        QLabel* title = nullptr;
        QLabel* amount = nullptr;
        QToolButton* less = nullptr;
        QToolButton* more = nullptr;
    };
    void build();
    void buildPayment(QVBoxLayout* column);
    void say();
    void refresh();
    void refreshLines();
    void refreshCoupons();
    [[nodiscard]] Line makeLine(size_t number);

    Checkout& m_checkout;
    Theme& m_theme;
    Wording m_wording;
    QString m_currency;
    std::vector<Line> m_lines;
    QLabel* m_heading = nullptr;
    QLabel* m_empty = nullptr;
    QScrollArea* m_scroll = nullptr;
    QVBoxLayout* m_list = nullptr;
    QCheckBox* m_group = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_email = nullptr;
    QComboBox* m_coupon = nullptr;
    QLabel* m_totalTitle = nullptr;
    QLabel* m_total = nullptr;
    QLabel* m_fault = nullptr;
    QPushButton* m_cash = nullptr;
    QPushButton* m_card = nullptr;
    QToolButton* m_other = nullptr;
    QMenu* m_menu = nullptr;
    QPushButton* m_clear = nullptr;
};

} // namespace encore::ui
