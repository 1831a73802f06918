// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/orders/salequeries.h"
#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace encore::ui
{

class BasketView;
class CashView;
class Checkout;
class OfferBoard;

/// Selling at a counter in four touches: what, how many, how it is paid, done.
class BoxOfficePage final : public Page
{
    Q_OBJECT

public:
    BoxOfficePage(const Services& services, Theme& theme, QWidget* parent = nullptr);
    ~BoxOfficePage() override;

    [[nodiscard]] QString title() const override { return tr("Box office"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("boxoffice"); }
    [[nodiscard]] QString pageId() const override { return QStringLiteral("boxoffice"); }
    void reload() override;

Q_SIGNALS:
    void orderWanted(const QString& label); ///< somebody wants to see the order that was sold just now

protected:
    void retranslated() override;

private:
    void build();
    void buildAsking();
    void buildDone();
    void say();
    void refresh();
    void refreshDrawer();
    void askDrawer();
    void askGiveAway();
    void askOffer();
    void askGuests(const commands::Offers::Row& offer);

    Services m_services;
    Theme& m_theme;
    Checkout* m_checkout = nullptr;
    QString m_currency = QStringLiteral("KRW");
    QString m_zone = QStringLiteral("Asia/Seoul");
    bool m_isOpen = false;
    bool m_takesCash = false;
    QString m_drawerSince;
    QLabel* m_heading = nullptr;
    QLabel* m_drawerState = nullptr;
    QPushButton* m_drawer = nullptr;
    OfferBoard* m_offers = nullptr;
    QStackedWidget* m_side = nullptr;
    BasketView* m_basket = nullptr;
    CashView* m_cash = nullptr;
    QWidget* m_asking = nullptr;
    QLabel* m_askingText = nullptr;
    QPushButton* m_stopAsking = nullptr;
    QWidget* m_done = nullptr;
    QLabel* m_doneHeading = nullptr;
    QLabel* m_doneLabel = nullptr;
    QLabel* m_doneChangeTitle = nullptr;
    QLabel* m_doneChange = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_papers = nullptr;
    QPushButton* m_showOrder = nullptr;
};

} // namespace encore::ui
