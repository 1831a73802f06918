// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Guards that a pledge, the books and the effects move together: whatever happens to a pledge's money happens here.

#include "commands/command.h"
#include "domain/pledge.h"
#include "domain/project.h"
#include "ledger/posting.h"
#include "store/campaigns.h"
#include "store/effects.h"

namespace encore::commands
{

class PledgeBook
{
public:
    PledgeBook(const Context& context, store::UnitOfWork& work);

    [[nodiscard]] store::CampaignWriter& campaigns() { return m_campaigns; }

    /// A new pledge, and the charge that it waits for.
    void place(const domain::Project& project, const domain::Pledge& pledge);
    /// The money came in. Where the pledge no longer waits for it, it goes back at once.
    [[nodiscard]] domain::Result<domain::Pledge> paid(const domain::Project& project, const domain::Pledge& pledge);
    [[nodiscard]] domain::Result<domain::Pledge> move(const domain::Project& project, const domain::Pledge& pledge, domain::PledgeAction action);
    /// Owes @p amount of what stands back to the backer, and asks the provider for it.
    [[nodiscard]] domain::Result<domain::Pledge> owe(const domain::Project& project, const domain::Pledge& pledge, qint64 amount, const QString& reason);
    [[nodiscard]] domain::Result<domain::Pledge> refunded(const domain::Project& project, const domain::Pledge& pledge, qint64 amount);
    /// The campaign is funded: what stands is the payee's.
    [[nodiscard]] domain::Result<domain::Pledge> confirm(const domain::Project& project, const domain::Pledge& pledge);
    [[nodiscard]] domain::Result<domain::Pledge> lose(const domain::Project& project, const domain::Pledge& pledge);

    /// Asks the provider for what was promised.
    [[nodiscard]] domain::Result<domain::Pledge> charge(const domain::Project& project, const domain::Pledge& pledge);
    /// Once a day until the window ends; then nothing more is asked.
    void chargeTomorrow(const domain::Project& project, const domain::Pledge& pledge);
    /// Asks once more for a refund that bounced; what is owed stays the same.
    [[nodiscard]] domain::Result<domain::Pledge> askAgain(const domain::Project& project, const domain::Pledge& pledge, const QString& reason);
    /// The one refund of the pledge that is open, or the one that is named.
    [[nodiscard]] domain::Result<store::Effect> openRefund(domain::PledgeId pledge, const std::optional<domain::EffectId>& id);
    void finish(domain::EffectId id, store::EffectState state, const QString& note) { m_effects.finish(id, state, note); }
    /// A payment of the wrong amount is not ours to keep.
    void voidPayment(const domain::Project& project, const domain::Pledge& pledge, qint64 amount);

    /// Nobody needs the charge any more: somebody recorded the answer, or the pledge is gone.
    void endCharges(domain::PledgeId pledge, store::EffectState state, const QString& note);
    /// Its answer is unknown: the provider is asked what became of it.
    void askLater(domain::PledgeId pledge);
    [[nodiscard]] domain::Status post(domain::EntryKind kind, const domain::Project& project, const domain::PledgeId& pledge,
                                      const QString& transaction, const std::vector<std::pair<domain::Account, qint64>>& amounts);

private:
    void store(const domain::Project& project, const domain::Pledge& before, const domain::Pledge& after);
    void askProvider(store::EffectKind kind, const domain::Project& project, const domain::Pledge& pledge, qint64 amount, const QString& note,
                     domain::Instant dueAt);
    /// Whose the money is: the backers' until the campaign is funded, the payee's from then on.
    [[nodiscard]] static domain::Account holder(const domain::Project& project, const domain::Pledge& pledge);
    /// The platform's part of the fees for @p amount of a pledge, as it was charged at closing; goes back with a refund.
    [[nodiscard]] domain::TaxedAmount platformFeeOf(const domain::Project& project, const domain::Pledge& pledge, qint64 amount);
    [[nodiscard]] domain::Status returnFee(const domain::Project& project, const domain::Pledge& pledge, qint64 amount);

    const Context& m_context;
    store::CampaignWriter m_campaigns;
    store::LedgerWriter m_ledger;
    store::EffectWriter m_effects;
    int m_effectsMade = 0;
};

} // namespace encore::commands
