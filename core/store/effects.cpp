// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/effects.h"

#include "rowmapping.h"

template<>
std::span<const encore::domain::EnumName<encore::store::EffectKind>> encore::domain::enumNames()
{
    using K = store::EffectKind;
    static constexpr EnumName<K> names[] = {{K::Charge, "charge"}, {K::Refund, "refund"}, {K::Void, "void"}, {K::Shortfall, "shortfall"}};
    return names;
}

template<>
std::span<const encore::domain::EnumName<encore::store::EffectState>> encore::domain::enumNames()
{
    using S = store::EffectState;
    static constexpr EnumName<S> names[]
        = {{S::Waiting, "waiting"}, {S::Task, "task"}, {S::Done, "done"}, {S::Failed, "failed"}, {S::Superseded, "superseded"}};
    return names;
}

namespace encore::store
{

namespace
{

#define ENCORE_EFFECT                                                                                                            \
    "SELECT id, kind, state, project_id, pledge_id, order_id, provider, provider_transaction, amount, currency, attempts, due_at, note, payment_method, tender"  \
    " FROM effects "

std::vector<Effect> effectsOf(Rows rows)
{
    std::vector<Effect> found;
    while (rows.next()) {
        Effect effect;
        effect.id = idAt<domain::EffectId>(rows, 0);
        effect.kind = enumAt(rows, 1, EffectKind::Void);
        effect.state = enumAt(rows, 2, EffectState::Task);
        effect.project = optionalIdAt<domain::ProjectId>(rows, 3);
        effect.pledge = optionalIdAt<domain::PledgeId>(rows, 4);
        effect.order = optionalIdAt<domain::OrderId>(rows, 5);
        effect.provider = rows.text(6);
        effect.providerTransaction = rows.text(7);
        effect.amount = rows.number(8);
        effect.currency = rows.text(9);
        effect.attempts = int(rows.number(10));
        effect.dueAt = {rows.number(11)};
        effect.note = rows.text(12);
        effect.paymentMethod = rows.text(13);
        effect.tender = int(rows.number(14));
        found.push_back(effect);
    }
    return found;
}

} // namespace

std::optional<Effect> EffectReader::effect(domain::EffectId id)
{
    const std::vector<Effect> found = effectsOf(m_database.run(ENCORE_EFFECT "WHERE id = ?", {id.bytes()}));
    return found.empty() ? std::nullopt : std::optional<Effect>(found.front());
}

std::vector<Effect> EffectReader::due(domain::Instant now, int limit)
{
    return effectsOf(m_database.run(ENCORE_EFFECT "WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, id LIMIT ?", {now.ms, limit}));
}

std::vector<Effect> EffectReader::tasks(int limit)
{
    return effectsOf(m_database.run(ENCORE_EFFECT "WHERE state = 'task' ORDER BY due_at, id LIMIT ?", {limit}));
}

std::vector<Effect> EffectReader::openOf(domain::PledgeId pledge, EffectKind kind)
{
    return effectsOf(m_database.run(ENCORE_EFFECT "WHERE pledge_id = ? AND kind = ? AND state IN ('waiting', 'task') ORDER BY due_at, id",
                                    {pledge.bytes(), domain::enumText(kind)}));
}

std::vector<Effect> EffectReader::openOf(domain::OrderId order)
{
    return effectsOf(m_database.run(ENCORE_EFFECT "WHERE order_id = ? AND state IN ('waiting', 'task') ORDER BY due_at, id", {order.bytes()}));
}

void EffectWriter::add(const Effect& effect)
{
    m_database.execute("INSERT INTO effects (id, kind, state, project_id, pledge_id, order_id, provider, provider_transaction, amount, currency,"
                       " attempts, due_at, note, payment_method, tender) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       {effect.id.bytes(), domain::enumText(effect.kind), domain::enumText(effect.state), column(effect.project),
                        column(effect.pledge), column(effect.order), textNotNull(effect.provider), textNotNull(effect.providerTransaction),
                        effect.amount, effect.currency, effect.attempts, effect.dueAt.ms, textNotNull(effect.note),
                        textNotNull(effect.paymentMethod), effect.tender});
}

void EffectWriter::finish(domain::EffectId id, EffectState state, const QString& note)
{
    m_database.execute("UPDATE effects SET state = ?, attempts = attempts + 1, note = ? WHERE id = ?",
                       {domain::enumText(state), textNotNull(note), id.bytes()});
}

void EffectWriter::askLater(domain::EffectId id, domain::Instant dueAt)
{
    m_database.execute("UPDATE effects SET attempts = attempts + 1, due_at = ? WHERE id = ?", {dueAt.ms, id.bytes()});
}

} // namespace encore::store
