// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"

class QLabel;
class QPushButton;

namespace encore::ui
{

class CouponModel;
class DataTable;

/// Coupons: made, changed, given to people, taken away.
class CouponsPage final : public Page
{
    Q_OBJECT

public:
    CouponsPage(const Services& services, Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Coupons"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("coupons"); }
    [[nodiscard]] QString pageId() const override { return QStringLiteral("coupons"); }
    void reload() override;

protected:
    void retranslated() override;

private:
    void build();
    void say();
    void refresh();
    void askEdit(bool isNew);
    void askClaim();
    void toggle();
    [[nodiscard]] int chosen() const; ///< row of the model; −1: none
    void run(const commands::CommandRequest& request);

    Services m_services;
    Theme& m_theme;
    QString m_currency = QStringLiteral("KRW");
    QString m_zone = QStringLiteral("Asia/Seoul");
    CouponModel* m_model = nullptr;
    DataTable* m_table = nullptr;
    QLabel* m_heading = nullptr;
    QLabel* m_answer = nullptr;
    QPushButton* m_new = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_claim = nullptr;
    QPushButton* m_delete = nullptr;
};

} // namespace encore::ui
