// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/orders/salequeries.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QMenu;
class QPushButton;
class QScrollArea;

namespace encore::ui
{

class OfferButton;

/// What is on sale, a button each: title, price and what is left. Of one performance, or of all.
class OfferBoard final : public QWidget
{
    Q_OBJECT

public:
    explicit OfferBoard(Theme& theme, QWidget* parent = nullptr);

    void setOffers(const std::vector<commands::Offers::Row>& offers, const QString& currency);
    void setFault(const QString& text);
    void retranslate();

Q_SIGNALS:
    void chosen(const commands::Offers::Row& offer);
    void offerWanted(); ///< somebody wants to put something on sale
    void guestsWanted(const commands::Offers::Row& offer); ///< a list of names gets free tickets of it

private:
    void fillPerformances();
    void fillButtons();
    void fillGuestsMenu();
    void sayButton(OfferButton* button, const commands::Offers::Row& row) const;

    Theme& m_theme;
    Wording m_wording;
    std::vector<commands::Offers::Row> m_offers;
    QString m_currency;
    QString m_fault;
    std::vector<OfferButton*> m_buttons;
    QComboBox* m_performance = nullptr;
    QLabel* m_empty = nullptr;
    QPushButton* m_new = nullptr;
    QPushButton* m_guests = nullptr;
    QMenu* m_guestsMenu = nullptr;
    QScrollArea* m_scroll = nullptr;
    QGridLayout* m_grid = nullptr;
};

} // namespace encore::ui
