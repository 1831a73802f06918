// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/orders/salequeries.h"
#include "commands/rewards/rewards.h"
#include "domain/money.h"
#include "ui/common/formdialog.h"

namespace encore::ui
{

/// Asks for what a reward is.
class RewardDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// @p reward: the one that is edited; without an id it is a new one that begins like it. @p offers: whose tickets can be in it.
    RewardDialog(const domain::Reward& reward, std::vector<commands::Offers::Row> offers, const domain::Currency& currency, const QString& zone,
                 Theme& theme, QWidget* parent);

    /// Only what differs from the reward it began with, for an edit; everything for a new one.
    [[nodiscard]] commands::RewardFields fields() const;
    [[nodiscard]] std::vector<QString> emptied() const;

private:
    void build();
    void buildContents();
    void fill();
    void fillContents();
    void refresh() override;
    [[nodiscard]] QString fault() const;
    [[nodiscard]] std::vector<domain::RewardItem> items() const;
    [[nodiscard]] const domain::RewardItem* itemOf(domain::RewardItemKind kind) const; ///< of the reward it began with
    [[nodiscard]] bool contentsAreSimple() const; ///< at most one item of each kind: what the form can show

    const domain::Reward m_reward;
    const std::vector<commands::Offers::Row> m_offers; ///< tickets only
    const domain::Currency m_currency;
    const QString m_zone;
    QLineEdit* m_title = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QLineEdit* m_price = nullptr;
    QLineEdit* m_limit = nullptr;
    QLineEdit* m_perBacker = nullptr;
    QLineEdit* m_until = nullptr;
    QComboBox* m_ticket = nullptr;
    QLineEdit* m_tickets = nullptr;
    QLineEdit* m_thing = nullptr;
    QLineEdit* m_things = nullptr;
    QLineEdit* m_digital = nullptr;
    QCheckBox* m_needsAddress = nullptr;
    QCheckBox* m_addOn = nullptr;
    bool m_isBuilt = false;
};

} // namespace encore::ui
