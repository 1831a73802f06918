// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What has to happen outside of every transaction (DESIGN §1): a command writes an effect, a worker asks the provider, and a command brings
// back the answer. An effect whose answer is stored is never carried out again.

#include "domain/enumname.h"
#include "store/unitofwork.h"

namespace encore::store
{

enum class EffectKind {
    Charge,
    Refund,
    Void,
    Shortfall, ///< a transfer brought too little: a person asks for the rest
};
enum class EffectState {
    Waiting, ///< for the worker
    Task, ///< for a person: done by hand, or refused by the provider
    Done,
    Failed,
    Superseded, ///< no longer needed: somebody recorded the answer another way
};

struct Effect {
    domain::EffectId id;
    EffectKind kind = EffectKind::Refund;
    EffectState state = EffectState::Waiting;
    std::optional<domain::ProjectId> project;
    std::optional<domain::PledgeId> pledge;
    std::optional<domain::OrderId> order;
    int tender = 0; ///< of an order: which of its tenders, from 1
    QString provider;
    QString paymentMethod; ///< the payer's card or account, as the provider's token for it
    QString providerTransaction; ///< of the payment it is about
    qint64 amount = 0; ///< minor units
    QString currency; ///< ISO 4217
    int attempts = 0;
    domain::Instant dueAt;
    QString note;
};

class EffectReader
{
public:
    explicit EffectReader(Reader& reader) : m_database(reader.database()) { }

    [[nodiscard]] std::optional<Effect> effect(domain::EffectId id);
    [[nodiscard]] std::vector<Effect> due(domain::Instant now, int limit); ///< waiting, by time and id
    [[nodiscard]] std::vector<Effect> tasks(int limit); ///< for people, by time and id
    [[nodiscard]] std::vector<Effect> openOf(domain::PledgeId pledge, EffectKind kind); ///< waiting or a task
    [[nodiscard]] std::vector<Effect> openOf(domain::OrderId order); ///< waiting or a task

protected:
    Database& m_database;
};

class EffectWriter final : public EffectReader
{
public:
    explicit EffectWriter(UnitOfWork& work) : EffectReader(work.reader()) { }
    void add(const Effect& effect);
    void finish(domain::EffectId id, EffectState state, const QString& note);
    /// Nobody knows yet what became of it: the provider is asked again at @p dueAt.
    void askLater(domain::EffectId id, domain::Instant dueAt);
};

} // namespace encore::store

namespace encore::domain
{
template<>
std::span<const EnumName<store::EffectKind>> enumNames();
template<>
std::span<const EnumName<store::EffectState>> enumNames();
} // namespace encore::domain
