// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/coupons/coupons.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace encore::ui
{

/// Asks for what a coupon takes off, and when it may.
class CouponDialog final : public QDialog
{
    Q_OBJECT

public:
    CouponDialog(const domain::Coupon& coupon, bool isNew, const QString& currency, const QString& zone, Theme& theme, QWidget* parent);

    [[nodiscard]] commands::CouponFields fields() const; ///< everything; what is empty is in emptied()
    [[nodiscard]] std::vector<QString> emptied() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Field {
        QLabel* title = nullptr;
        QLineEdit* edit = nullptr;
    };
    void build(Theme& theme);
    void say();
    void fill();
    void refresh();
    [[nodiscard]] QString fault() const;
    [[nodiscard]] std::optional<qint64> amountIn(const QLineEdit* field) const;
    [[nodiscard]] bool isFixed() const;

    const domain::Coupon m_coupon;
    const bool m_isNew;
    domain::Currency m_currency = domain::Currency::krw();
    const QString m_zone;
    Wording m_wording;
    QLabel* m_heading = nullptr;
    Field m_name;
    QLabel* m_kindTitle = nullptr;
    QComboBox* m_kind = nullptr;
    Field m_amount;
    Field m_percent;
    Field m_cap;
    Field m_minimum;
    Field m_quantity;
    Field m_uses;
    Field m_until;
    QLabel* m_fault = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_confirm = nullptr;
};

} // namespace encore::ui
