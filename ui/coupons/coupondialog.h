// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/coupons/coupons.h"
#include "ui/common/formdialog.h"

namespace encore::ui
{

/// Asks for what a coupon takes off, and when it may.
class CouponDialog final : public FormDialog
{
    Q_OBJECT

public:
    CouponDialog(const domain::Coupon& coupon, bool isNew, const QString& currency, const QString& zone, Theme& theme, QWidget* parent);

    [[nodiscard]] commands::CouponFields fields() const; ///< everything; what is empty is in emptied()
    [[nodiscard]] std::vector<QString> emptied() const;

private:
    void build();
    void fill();
    void refresh() override;
    [[nodiscard]] QString fault() const;
    [[nodiscard]] std::optional<qint64> amountIn(const QLineEdit* field) const;
    [[nodiscard]] bool isFixed() const;

    const domain::Coupon m_coupon;
    const bool m_isNew;
    domain::Currency m_currency = domain::Currency::krw();
    const QString m_zone;
    QLineEdit* m_called = nullptr;
    QComboBox* m_kind = nullptr;
    QLineEdit* m_amount = nullptr;
    QLineEdit* m_percent = nullptr;
    QLineEdit* m_cap = nullptr;
    QLineEdit* m_minimum = nullptr;
    QLineEdit* m_quantity = nullptr;
    QLineEdit* m_uses = nullptr;
    QLineEdit* m_until = nullptr;
    bool m_isBuilt = false;
};

} // namespace encore::ui
