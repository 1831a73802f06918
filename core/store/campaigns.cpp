// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/campaigns.h"

#include "campaignrows.h"
#include "searchterms.h"

#include <map>

template<>
std::span<const encore::domain::EnumName<encore::store::ClosingAction>> encore::domain::enumNames()
{
    using A = store::ClosingAction;
    static constexpr EnumName<A> names[] = {{A::Confirm, "confirm"}, {A::Refund, "refund"}, {A::Cancel, "cancel"},
                                            {A::Charge, "charge"},   {A::Leave, "leave"},   {A::Wait, "wait"}};
    return names;
}

template<>
std::span<const encore::domain::EnumName<encore::store::ClosingOutcome>> encore::domain::enumNames()
{
    using O = store::ClosingOutcome;
    static constexpr EnumName<O> names[] = {{O::Funded, "funded"}, {O::Failed, "failed"}, {O::Collecting, "collecting"},
                                             {O::Cancelled, "cancelled"}};
    return names;
}

namespace encore::store
{

namespace
{

std::vector<domain::ProjectId> idsOf(Rows rows)
{
    std::vector<domain::ProjectId> ids;
    while (rows.next())
        ids.push_back(idAt<domain::ProjectId>(rows, 0));
    return ids;
}

std::vector<domain::PledgeLine> linesOf(Database& database, domain::PledgeId id)
{
    std::vector<domain::PledgeLine> lines;
    Rows rows = database.run("SELECT reward_id, quantity, unit_price FROM pledge_lines WHERE pledge_id = ? ORDER BY line", {id.bytes()});
    while (rows.next())
        lines.push_back({idAt<domain::RewardId>(rows, 0), int(rows.number(1)), rows.number(2)});
    return lines;
}

/// The sum of quantities of those whose pledge keeps them.
qint64 unitsIn(Rows rows)
{
    qint64 units = 0;
    while (rows.next()) {
        if (domain::holdsStock(enumAt(rows, 0, domain::PledgeState::Failed)))
            units += rows.number(1);
    }
    return units;
}

ClosingLine closingLineAt(const Rows& rows)
{
    return {idAt<domain::PledgeId>(rows, 0),
            enumAt(rows, 1, ClosingAction::Leave),
            rows.number(2),
            {rows.number(3), rows.number(4)},
            {rows.number(5), rows.number(6)}};
}

#define ENCORE_CLOSING_LINE "SELECT pledge_id, action, amount, platform_supply, platform_vat, provider_supply, provider_vat FROM closing_lines "

} // namespace

qint64 CampaignReader::rate(const char* name, domain::Instant at)
{
    const auto rates = m_database.once<std::map<qint64, qint64>>("rates", name, [&] {
        std::map<qint64, qint64> byTime;
        Rows rows = m_database.run("SELECT valid_from, value FROM rates WHERE name = ?", {QString::fromLatin1(name)});
        while (rows.next())
            byTime[rows.number(0)] = rows.number(1);
        return byTime;
    });
    const auto later = rates.upper_bound(at.ms);
    return later == rates.begin() ? 0 : std::prev(later)->second;
}

std::vector<RateRow> CampaignReader::rates()
{
    std::vector<RateRow> found;
    Rows rows = m_database.run("SELECT name, valid_from, value FROM rates ORDER BY name, valid_from");
    while (rows.next())
        found.push_back({rows.text(0), {rows.number(1)}, rows.number(2)});
    return found;
}

std::optional<domain::Project> CampaignReader::project(domain::ProjectId id)
{
    return m_database.once<std::optional<domain::Project>>("projects", id.bytes(), [&] {
        Rows rows = m_database.lookUp("SELECT " ENCORE_PROJECT_COLUMNS " FROM projects WHERE id = ?", id.bytes());
        return rows.next() ? std::optional<domain::Project>(projectAt(rows)) : std::nullopt;
    });
}

std::vector<domain::Project> CampaignReader::projects()
{
    std::vector<domain::Project> found;
    // A thousand stories of 100,000 characters have no place in a list.
    Rows rows = m_database.run("SELECT id, label, state, author, title, summary, '', category, venue, currency, goal, starts_at, ends_at,"
                               " time_zone, basis, model, platform_fee, provider_fee, donations_only, payee, payout_account,"
                               " performance_id, '[]', '[]', '[]', reason, version FROM projects ORDER BY label");
    while (rows.next())
        found.push_back(projectAt(rows));
    return found;
}

ProjectTotals CampaignReader::totals(domain::ProjectId id)
{
    Rows rows = m_database.run("SELECT raised, pledges, backers FROM project_totals WHERE project_id = ?", {id.bytes()});
    return rows.next() ? ProjectTotals{rows.number(0), rows.number(1), rows.number(2)} : ProjectTotals();
}

std::vector<ProjectDay> CampaignReader::days(domain::ProjectId id)
{
    std::vector<ProjectDay> found;
    Rows rows = m_database.run("SELECT day, raised, pledges FROM project_days WHERE project_id = ? ORDER BY day", {id.bytes()});
    while (rows.next())
        found.push_back({QDate::fromJulianDay(rows.number(0)), rows.number(1), rows.number(2)});
    return found;
}

std::vector<ProjectUpdate> CampaignReader::updates(domain::ProjectId id)
{
    std::vector<ProjectUpdate> found;
    Rows rows = m_database.run("SELECT id, at, title, text, backers_only FROM project_updates WHERE project_id = ? ORDER BY at DESC, id", {id.bytes()});
    while (rows.next())
        found.push_back({idAt<domain::UpdateId>(rows, 0), id, {rows.number(1)}, rows.text(2), rows.text(3), rows.flag(4)});
    return found;
}

std::vector<domain::ProjectId> CampaignReader::projectsWith(const QByteArray& sha256)
{
    Rows rows = m_database.run("SELECT project_id FROM project_pictures WHERE sha256 = ? ORDER BY project_id", {sha256});
    std::vector<domain::ProjectId> found;
    while (rows.next())
        found.push_back(idAt<domain::ProjectId>(rows, 0));
    return found;
}

std::vector<ProjectPicture> CampaignReader::pictures(domain::ProjectId id)
{
    std::vector<ProjectPicture> found;
    Rows rows = m_database.run("SELECT sha256, caption FROM project_pictures WHERE project_id = ? ORDER BY position", {id.bytes()});
    while (rows.next())
        found.push_back({rows.bytes(0), rows.text(1)});
    return found;
}

std::map<domain::ProjectId, QByteArray> CampaignReader::covers()
{
    std::map<domain::ProjectId, QByteArray> found;
    Rows rows = m_database.run("SELECT project_id, sha256 FROM project_pictures WHERE position = 1");
    while (rows.next())
        found.emplace(idAt<domain::ProjectId>(rows, 0), rows.bytes(1));
    return found;
}

std::vector<qint64> CampaignReader::history(domain::ProjectId id)
{
    std::vector<qint64> found;
    Rows rows = m_database.run("SELECT log_sequence FROM project_history WHERE project_id = ? ORDER BY log_sequence DESC", {id.bytes()});
    while (rows.next())
        found.push_back(rows.number(0));
    return found;
}

std::optional<domain::Reward> CampaignReader::reward(domain::RewardId id)
{
    Rows rows = m_database.run("SELECT " ENCORE_REWARD_COLUMNS " FROM rewards WHERE id = ?", {id.bytes()});
    return rows.next() ? std::optional<domain::Reward>(rewardAt(rows)) : std::nullopt;
}

std::vector<domain::Reward> CampaignReader::rewards(domain::ProjectId id)
{
    std::vector<domain::Reward> found;
    Rows rows = m_database.run("SELECT " ENCORE_REWARD_COLUMNS " FROM rewards WHERE project_id = ? ORDER BY position, label", {id.bytes()});
    while (rows.next())
        found.push_back(rewardAt(rows));
    return found;
}

std::vector<domain::Reward> CampaignReader::rewards()
{
    std::vector<domain::Reward> found;
    Rows rows = m_database.run("SELECT " ENCORE_REWARD_COLUMNS " FROM rewards ORDER BY project_id, position, label");
    while (rows.next())
        found.push_back(rewardAt(rows));
    return found;
}

std::optional<domain::Pledge> CampaignReader::pledge(domain::PledgeId id)
{
    Rows rows = m_database.lookUp("SELECT " ENCORE_PLEDGE_COLUMNS " FROM pledges p WHERE p.id = ?", id.bytes());
    if (!rows.next())
        return std::nullopt;
    domain::Pledge pledge = pledgeAt(rows);
    pledge.lines = linesOf(m_database, id);
    return pledge;
}

qint64 CampaignReader::countTaken(domain::RewardId id)
{
    return unitsIn(m_database.run("SELECT p.state, l.quantity FROM pledge_lines l JOIN pledges p ON p.id = l.pledge_id WHERE l.reward_id = ?",
                                  {id.bytes()}));
}

qint64 CampaignReader::unitsOf(domain::RewardId id, domain::PersonId backer)
{
    return unitsIn(m_database.run("SELECT p.state, l.quantity FROM pledges p JOIN pledge_lines l ON l.pledge_id = p.id"
                                  " WHERE p.backer = ? AND l.reward_id = ?",
                                  {backer.bytes(), id.bytes()}));
}

void CampaignReader::eachPledge(domain::ProjectId id, const std::function<void(const domain::Pledge&)>& visit)
{
    Rows rows = m_database.run("SELECT " ENCORE_PLEDGE_COLUMNS " FROM pledges p WHERE p.project_id = ? ORDER BY p.placed_at, p.id", {id.bytes()});
    while (rows.next())
        visit(pledgeAt(rows));
}

std::vector<SourceSum> CampaignReader::sources(domain::ProjectId id)
{
    std::vector<SourceSum> found;
    Rows rows = m_database.run("SELECT source, state, sum(total), sum(paid), sum(refund_owed), count(*), count(*) FILTER (WHERE paid > refund_owed)"
                               " FROM pledges WHERE project_id = ? GROUP BY source, state",
                               {id.bytes()});
    while (rows.next()) {
        SourceSum sum{rows.text(0), {}, 0};
        sum.sum.state = enumAt(rows, 1, domain::PledgeState::Failed);
        sum.sum.total = rows.number(2);
        sum.sum.paid = rows.number(3);
        sum.sum.refundOwed = rows.number(4);
        const bool isPromise = sum.sum.standing() > 0 && sum.sum.paid == 0; // all of them stand by their word
        sum.standing = sum.sum.standing() <= 0 ? 0 : isPromise ? rows.number(5) : rows.number(6);
        found.push_back(std::move(sum));
    }
    return found;
}

bool CampaignReader::isFrequent(const QString& terms)
{
    // Up to here the pledges of everybody who is meant are looked up; beyond, reading the newest pledges finds a page of them sooner.
    constexpr int manyPeople = 20'000;
    Rows rows = m_database.run("SELECT count(*) FROM (SELECT rowid FROM backer_search WHERE backer_search MATCH ? LIMIT ?) found", {terms, manyPeople});
    return rows.next() && rows.number(0) == manyPeople;
}

std::vector<PledgeRow> CampaignReader::pledges(const PledgeFilter& filter)
{
    const QString terms = prefixTerms(filter.text.left(200));
    const QStringList words = foldedWords(filter.text.left(200));
    const bool walks = !terms.isEmpty() && isFrequent(terms);
    QString sql = QStringLiteral("SELECT " ENCORE_PLEDGE_COLUMNS ", coalesce(c.name, ''), coalesce(c.email, '') FROM ");
    QVariantList values;
    if (!filter.text.isEmpty() && !walks) {
        // From the few people to their pledges; left to itself, SQLite reads every pledge of the project.
        sql += QStringLiteral("(SELECT q.id FROM backer_search s CROSS JOIN backers b ON b.number = s.rowid"
                              " CROSS JOIN pledges q ON q.backer = b.person_id AND q.project_id = ? WHERE s.backer_search MATCH ?"
                              " UNION SELECT id FROM pledges WHERE label = ?) m CROSS JOIN pledges p ON p.id = m.id");
        values << filter.projectId.bytes() << (terms.isEmpty() ? QStringLiteral("\"\"") : terms) << filter.text;
    } else {
        sql += QStringLiteral("pledges p");
    }
    sql += QStringLiteral(" LEFT JOIN contacts c ON c.owner = p.backer WHERE p.project_id = ?");
    values << filter.projectId.bytes();
    if (filter.state) {
        sql += QStringLiteral(" AND p.state = ?");
        values << domain::enumText(*filter.state);
    }
    if (filter.after) {
        sql += QStringLiteral(" AND p.placed_at <= ? AND (p.placed_at < ? OR p.id > ?)");
        values << filter.after->first.ms << filter.after->first.ms << filter.after->second.bytes();
    }
    sql += QStringLiteral(" ORDER BY p.placed_at DESC, p.id LIMIT ? OFFSET ?");
    values << (walks ? -1 : filter.limit) << (walks ? 0 : filter.offset);
    std::vector<PledgeRow> found;
    int passed = 0;
    Rows rows = m_database.run(sql, values);
    while (int(found.size()) < filter.limit && rows.next()) {
        Contact backer{rows.text(18), rows.text(19)};
        if (walks && rows.text(1) != filter.text && !hasPrefixes(backer.name + u' ' + backer.email, words))
            continue;
        if (walks && passed++ < filter.offset)
            continue;
        found.push_back({pledgeAt(rows), std::move(backer)});
    }
    return found;
}

std::optional<Contact> CampaignReader::contact(const QUuid& owner)
{
    Rows rows = m_database.lookUp("SELECT name, email FROM contacts WHERE owner = ?", owner.toRfc4122());
    return rows.next() ? std::optional<Contact>(Contact{rows.text(0), rows.text(1)}) : std::nullopt;
}

std::optional<Closing> CampaignReader::closing(domain::ProjectId id)
{
    Rows rows = m_database.run("SELECT plan_hash, outcome, decided_at, raised, platform_supply, platform_vat, provider_supply, provider_vat,"
                               " steps, steps_done, lines_done FROM closings WHERE project_id = ?",
                               {id.bytes()});
    if (!rows.next())
        return std::nullopt;
    return Closing{rows.bytes(0),
                   enumAt(rows, 1, ClosingOutcome::Failed),
                   {rows.number(2)},
                   rows.number(3),
                   {rows.number(4), rows.number(5)},
                   {rows.number(6), rows.number(7)},
                   int(rows.number(8)),
                   int(rows.number(9)),
                   rows.number(10)};
}

std::vector<ClosingLine> CampaignReader::closingLines(domain::ProjectId id, qint64 from, int limit)
{
    std::vector<ClosingLine> lines;
    Rows rows = m_database.run(ENCORE_CLOSING_LINE "WHERE project_id = ? AND position >= ? ORDER BY position LIMIT ?", {id.bytes(), from, limit});
    while (rows.next())
        lines.push_back(closingLineAt(rows));
    return lines;
}

std::map<domain::PledgeId, domain::Pledge> CampaignReader::closingPledges(domain::ProjectId id, qint64 from, int limit)
{
    std::map<domain::PledgeId, domain::Pledge> found;
    Rows rows = m_database.run("SELECT " ENCORE_PLEDGE_COLUMNS " FROM closing_lines c JOIN pledges p ON p.id = c.pledge_id"
                               " WHERE c.project_id = ? AND c.position >= ? AND c.position < ?",
                               {id.bytes(), from, from + limit});
    while (rows.next()) {
        const domain::Pledge pledge = pledgeAt(rows);
        found.emplace(pledge.id, pledge);
    }
    Rows lines = m_database.run("SELECT l.pledge_id, l.reward_id, l.quantity, l.unit_price FROM closing_lines c"
                                " JOIN pledge_lines l ON l.pledge_id = c.pledge_id"
                                " WHERE c.project_id = ? AND c.position >= ? AND c.position < ? ORDER BY c.position, l.line",
                                {id.bytes(), from, from + limit});
    while (lines.next())
        found[idAt<domain::PledgeId>(lines, 0)].lines.push_back({idAt<domain::RewardId>(lines, 1), int(lines.number(2)), lines.number(3)});
    return found;
}

std::optional<ClosingLine> CampaignReader::closingLine(domain::ProjectId id, domain::PledgeId pledge)
{
    Rows rows = m_database.run(ENCORE_CLOSING_LINE "WHERE project_id = ? AND pledge_id = ?", {id.bytes(), pledge.bytes()});
    return rows.next() ? std::optional<ClosingLine>(closingLineAt(rows)) : std::nullopt;
}

std::vector<domain::ProjectId> CampaignReader::dueToStart(domain::Instant now)
{
    return idsOf(m_database.run("SELECT id FROM projects WHERE state = 'scheduled' AND starts_at <= ? ORDER BY id", {now.ms}));
}

std::vector<domain::ProjectId> CampaignReader::dueToClose(domain::Instant now)
{
    constexpr qint64 dayMs = 24 * 60 * 60 * 1000;
    return idsOf(m_database.run("SELECT id FROM projects WHERE (state IN ('live', 'suspended', 'closing') AND ends_at <= ?)"
                                " OR (state = 'collecting' AND ends_at <= ?) ORDER BY id",
                                {now.ms, now.ms - rate("charge_days", now) * dayMs}));
}

std::vector<domain::ProjectId> CampaignReader::unfinishedClosings()
{
    return idsOf(m_database.run("SELECT project_id FROM closings WHERE steps_done < steps ORDER BY project_id"));
}

void CampaignWriter::putRate(const QString& name, domain::Instant validFrom, qint64 value)
{
    m_database.execute("INSERT INTO rates (name, valid_from, value) VALUES (?, ?, ?) ON CONFLICT (name, valid_from) DO UPDATE SET value = excluded.value", {name, validFrom.ms, value});
}

void CampaignWriter::put(domain::Project project)
{
    project.version = m_work.nextLogSequence();
    (void)m_database.run(QStringLiteral("INSERT INTO projects (" ENCORE_PROJECT_COLUMNS
                                        ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                        " ON CONFLICT (id) DO UPDATE SET state = excluded.state, title = excluded.title,"
                                        " summary = excluded.summary, story = excluded.story, category = excluded.category,"
                                        " venue = excluded.venue, goal = excluded.goal, starts_at = excluded.starts_at,"
                                        " ends_at = excluded.ends_at, time_zone = excluded.time_zone, basis = excluded.basis,"
                                        " model = excluded.model, platform_fee = excluded.platform_fee,"
                                        " provider_fee = excluded.provider_fee, donations_only = excluded.donations_only,"
                                        " payee = excluded.payee, payout_account = excluded.payout_account,"
                                        " performance_id = excluded.performance_id, stretch_goals = excluded.stretch_goals,"
                                        " faq = excluded.faq, budget = excluded.budget, reason = excluded.reason,"
                                        " version = excluded.version"),
                         columnsOf(project));
    noteHistory(project.id, project.version);
}

void CampaignWriter::put(domain::Reward reward)
{
    reward.version = m_work.nextLogSequence();
    // taken and ever_chosen belong to the pledges: countStock() moves them.
    (void)m_database.run(QStringLiteral("INSERT INTO rewards (" ENCORE_REWARD_COLUMNS
                                        ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                        " ON CONFLICT (id) DO UPDATE SET title = excluded.title, description = excluded.description,"
                                        " price = excluded.price, quantity_limit = excluded.quantity_limit,"
                                        " per_backer = excluded.per_backer, opens_at = excluded.opens_at, closes_at = excluded.closes_at,"
                                        " items = excluded.items, delivered_by = excluded.delivered_by,"
                                        " needs_address = excluded.needs_address, add_on = excluded.add_on, closed = excluded.closed,"
                                        " position = excluded.position, version = excluded.version"),
                         columnsOf(reward));
    noteHistory(reward.projectId, reward.version);
}

void CampaignWriter::remove(const domain::Reward& reward)
{
    Q_ASSERT(!reward.everChosen);
    m_database.execute("DELETE FROM rewards WHERE id = ?", {reward.id.bytes()});
    noteHistory(reward.projectId, m_work.nextLogSequence());
}

void CampaignWriter::noteHistory(domain::ProjectId id, qint64 sequence)
{
    m_database.execute("INSERT OR IGNORE INTO project_history (project_id, log_sequence) VALUES (?, ?)", {id.bytes(), sequence});
}

void CampaignWriter::put(const std::optional<domain::Pledge>& before, domain::Pledge after, const domain::EventZone& zone, domain::Instant at)
{
    Q_ASSERT(!before || before->id == after.id);
    after.version = m_work.nextLogSequence();
    if (before) {
        m_database.execute("UPDATE pledges SET state = ?, payment = ?, paid = ?, refund_owed = ?, refunded = ?, provider = ?,"
                           " provider_transaction = ?, confirmed = ?, version = ? WHERE id = ?",
                           {domain::enumText(after.state), domain::enumText(after.payment), after.paid, after.refundOwed, after.refunded,
                            textNotNull(after.provider), textNotNull(after.providerTransaction), after.confirmed, after.version,
                            after.id.bytes()});
    } else {
        m_database.execute("INSERT INTO pledges (id, label, project_id, backer, state, payment, extra_donation, total, paid, refund_owed,"
                           " refunded, placed_at, provider, provider_transaction, source, confirmed, version, payment_method)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                           {after.id.bytes(), after.label, after.projectId.bytes(), after.backer.bytes(), domain::enumText(after.state),
                            domain::enumText(after.payment), after.extra, after.total, after.paid, after.refundOwed, after.refunded,
                            after.placedAt.ms, textNotNull(after.provider), textNotNull(after.providerTransaction),
                            textNotNull(after.source), after.confirmed, after.version, textNotNull(after.paymentMethod)});
        putLines(after);
    }
    countTotals(before, after, zone.dateOf(at).toJulianDay());
    countStock(before, after);
}

void CampaignWriter::putLines(const domain::Pledge& pledge)
{
    int number = 0;
    for (const domain::PledgeLine& line : pledge.lines) {
        m_database.execute("INSERT INTO pledge_lines (pledge_id, line, reward_id, quantity, unit_price) VALUES (?, ?, ?, ?, ?)",
                           {pledge.id.bytes(), ++number, line.rewardId.bytes(), line.quantity, line.unitPrice});
    }
}

void CampaignWriter::countTotals(const std::optional<domain::Pledge>& before, const domain::Pledge& after, qint64 day)
{
    const qint64 stoodBefore = before ? before->standing() : 0;
    const qint64 stands = after.standing();
    const int pledges = int(stands > 0) - int(stoodBefore > 0);
    if (stands == stoodBefore)
        return;
    int backers = 0;
    if (pledges != 0) {
        m_database.execute("INSERT INTO project_backers (project_id, person_id, pledges) VALUES (?, ?, ?)"
                           " ON CONFLICT (project_id, person_id) DO UPDATE SET pledges = project_backers.pledges + excluded.pledges",
                           {after.projectId.bytes(), after.backer.bytes(), pledges});
        Rows rows = m_database.run("SELECT pledges FROM project_backers WHERE project_id = ? AND person_id = ?",
                                   {after.projectId.bytes(), after.backer.bytes()});
        const qint64 count = rows.next() ? rows.number(0) : 0;
        backers = pledges > 0 ? int(count == 1) : -int(count == 0);
    }
    m_database.execute("INSERT INTO project_totals (project_id, raised, pledges, backers) VALUES (?, ?, ?, ?) ON CONFLICT (project_id)"
                       " DO UPDATE SET raised = project_totals.raised + excluded.raised, pledges = project_totals.pledges + excluded.pledges,"
                       " backers = project_totals.backers + excluded.backers",
                       {after.projectId.bytes(), stands - stoodBefore, pledges, backers});
    m_database.execute("INSERT INTO project_days (project_id, day, raised, pledges) VALUES (?, ?, ?, ?) ON CONFLICT (project_id, day)"
                       " DO UPDATE SET raised = project_days.raised + excluded.raised, pledges = project_days.pledges + excluded.pledges",
                       {after.projectId.bytes(), day, stands - stoodBefore, pledges});
}

void CampaignWriter::countStock(const std::optional<domain::Pledge>& before, const domain::Pledge& after)
{
    const int direction = int(domain::holdsStock(after.state)) - int(before && domain::holdsStock(before->state));
    if (direction == 0)
        return;
    for (const domain::PledgeLine& line : after.lines) {
        m_database.execute("UPDATE rewards SET taken = taken + ?, ever_chosen = 1 WHERE id = ?",
                           {direction * line.quantity, line.rewardId.bytes()});
    }
}

void CampaignWriter::completeContact(const QUuid& owner, const Contact& contact)
{
    const QByteArray id = owner.toRfc4122();
    std::optional<Contact> known;
    std::optional<qint64> number;
    {
        Rows rows = m_database.lookUp("SELECT c.name, c.email, b.number FROM (SELECT CAST(? AS BLOB) AS id) person"
                                      " LEFT JOIN contacts c ON c.owner = person.id LEFT JOIN backers b ON b.person_id = person.id",
                                      id);
        if (rows.next()) {
            known = rows.isNull(0) ? std::nullopt : std::optional(Contact{rows.text(0), rows.text(1)});
            number = rows.optionalNumber(2);
        }
    }
    const Contact complete{contact.name.isEmpty() && known ? known->name : contact.name, contact.email.isEmpty() && known ? known->email : contact.email};
    if (known && known->name == complete.name && known->email == complete.email)
        return;
    m_database.execute("INSERT INTO contacts (owner, name, email) VALUES (?, ?, ?) ON CONFLICT (owner) DO UPDATE SET name = excluded.name,"
                       " email = excluded.email",
                       {id, textNotNull(complete.name), textNotNull(complete.email)});
    if (number) {
        m_database.execute("DELETE FROM backer_search WHERE rowid = ?", {*number});
    } else {
        number = m_work.takeBackerNumber();
        m_database.execute("INSERT INTO backers (number, person_id) VALUES (?, ?)", {*number, id});
    }
    m_database.execute("INSERT INTO backer_search (rowid, name, email) VALUES (?, ?, ?)", {*number, textNotNull(complete.name), textNotNull(complete.email)});
}

void CampaignWriter::putUpdate(const ProjectUpdate& update)
{
    m_database.execute("INSERT INTO project_updates (id, project_id, at, title, text, backers_only) VALUES (?, ?, ?, ?, ?, ?)",
                       {update.id.bytes(), update.projectId.bytes(), update.at.ms, textNotNull(update.title), textNotNull(update.text),
                        update.backersOnly});
    noteHistory(update.projectId, m_work.nextLogSequence());
}

void CampaignWriter::putPictures(domain::ProjectId id, const std::vector<ProjectPicture>& pictures)
{
    m_database.execute("DELETE FROM project_pictures WHERE project_id = ?", {id.bytes()});
    int position = 0;
    for (const ProjectPicture& picture : pictures) {
        m_database.execute("INSERT INTO project_pictures (project_id, sha256, position, caption) VALUES (?, ?, ?, ?)",
                           {id.bytes(), picture.sha256, ++position, textNotNull(picture.caption)});
    }
    noteHistory(id, m_work.nextLogSequence());
}

void CampaignWriter::noteOrder(domain::PledgeId pledge, domain::OrderId order)
{
    m_database.execute("INSERT INTO pledge_orders (order_id, pledge_id) VALUES (?, ?)", {order.bytes(), pledge.bytes()});
}

void CampaignWriter::acceptPlan(domain::ProjectId id, const Closing& closing, const std::vector<ClosingLine>& lines)
{
    m_database.execute("DELETE FROM closings WHERE project_id = ?", {id.bytes()});
    m_database.execute("INSERT INTO closings (project_id, plan_hash, outcome, decided_at, raised, platform_supply, platform_vat,"
                       " provider_supply, provider_vat, steps, steps_done) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                       {id.bytes(), closing.planHash, domain::enumText(closing.outcome), closing.decidedAt.ms, closing.raised,
                        closing.platformFee.supply, closing.platformFee.vat, closing.providerFee.supply, closing.providerFee.vat,
                        closing.steps});
    m_database.execute("DELETE FROM closing_lines WHERE project_id = ?", {id.bytes()});
    qint64 position = 0;
    for (const ClosingLine& line : lines) {
        m_database.execute("INSERT INTO closing_lines (project_id, position, pledge_id, action, amount, platform_supply, platform_vat,"
                           " provider_supply, provider_vat) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                           {id.bytes(), position++, line.pledgeId.bytes(), domain::enumText(line.action), line.amount, line.platformFee.supply,
                            line.platformFee.vat, line.providerFee.supply, line.providerFee.vat});
    }
}

void CampaignWriter::markStepDone(domain::ProjectId id, int step, qint64 lines)
{
    m_database.execute("UPDATE closings SET steps_done = ?, lines_done = lines_done + ? WHERE project_id = ?", {step + 1, lines, id.bytes()});
}

} // namespace encore::store
