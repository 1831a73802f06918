// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/imports/tableimport.h"

#include "commands/fulfilment/fulfilment.h"
#include "commands/orders/orders.h"
#include "commands/rewards/rewards.h"
#include "fulfilment/fulfilmentcodec.h"
#include "imports/columns.h"
#include "projects/findproject.h"
#include "store/campaigns.h"
#include "store/sales.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Reward;
using domain::Status;

namespace
{

/// Plans the rows of one table; knows what its kind needs to know.
class Planner
{
public:
    Planner(const ImportTarget& target, store::Reader& reader) :
        m_target(target), m_reader(reader), m_campaigns(reader), m_workspace(reader.catalogue().workspaceId)
    {
    }

    [[nodiscard]] Status prepare(const report::TableFile& table)
    {
        if (m_target.kind == ImportKind::Guests) {
            const auto offer = m_target.offer ? store::SaleReader(m_reader).offer(*m_target.offer) : std::nullopt;
            if (!offer)
                return error(ErrorCode::NotFound, message("import.no_offer"));
            m_offer = offer->title;
            QCryptographicHash hash(QCryptographicHash::Sha256);
            for (const report::TableRow& row : table.rows)
                hash.addData(row.cells.join(u'\x1f').toUtf8());
            m_fileHash = hash.result().toHex().left(16);
            return domain::done();
        }
        const Result<domain::Project> project = findProject(m_campaigns, m_target.project.value_or(domain::ProjectId()));
        if (!project)
            return project.error();
        m_project = *project;
        m_rewards = m_campaigns.rewards(project->id);
        return domain::done();
    }

    void plan(ImportCells& cells, ImportRow& row)
    {
        switch (m_target.kind) {
        case ImportKind::Rewards:
            return planReward(cells, row);
        case ImportKind::Dispatches:
            return planDispatch(cells, row);
        case ImportKind::Guests:
            return planGuest(cells, row);
        }
    }

private:
    [[nodiscard]] QString moneyOf(qint64 minor) const { return domain::plainText({minor, m_project->currency}); }
    [[nodiscard]] QString momentOf(const std::optional<domain::Instant>& at) const
    {
        return at ? m_project->zone.local(*at).toString(QStringLiteral("yyyy-MM-dd HH:mm")) : QString();
    }
    [[nodiscard]] static QString countOf(const std::optional<int>& count) { return count ? QString::number(*count) : QString(); }
    [[nodiscard]] static QString flagOf(bool flag) { return flag ? QStringLiteral("o") : QStringLiteral("x"); }

    /// The reward that a row means: by its number, else by its title.
    [[nodiscard]] const Reward* rewardFor(const ImportCells& cells) const
    {
        const QString label = cells.text("reward");
        const auto found = std::find_if(m_rewards.begin(), m_rewards.end(), [&](const Reward& reward) {
            return label.isEmpty() ? reward.title == cells.text("title") : reward.label == label;
        });
        return found == m_rewards.end() ? nullptr : &*found;
    }

    void planReward(ImportCells& cells, ImportRow& row)
    {
        row.what = cells.text("title");
        const Reward* known = rewardFor(cells);
        row.isNew = known == nullptr;
        const Reward before = known ? *known : Reward();
        RewardFields fields;
        /// Takes a cell over where it says something else than what stands.
        const auto take = [&](const char* column, auto& field, const auto& value, const QString& was, const QString& is) {
            if (!value || (known && was == is))
                return;
            field = value;
            row.changes.push_back({cells.title(column), was, is});
        };
        const auto title = cells.given("title");
        take("title", fields.title, title, before.title, title.value_or(QString()));
        const auto description = cells.given("description");
        take("description", fields.description, description, before.description, description.value_or(QString()));
        const auto price = cells.money("price", m_project->currency);
        take("price", fields.price, price, known ? moneyOf(before.price) : QString(), moneyOf(price.value_or(0)));
        const auto limit = cells.count("limit");
        take("limit", fields.limit, limit, countOf(before.limit), countOf(limit));
        const auto perBacker = cells.count("per_backer");
        take("per_backer", fields.perBacker, perBacker, countOf(before.perBacker), countOf(perBacker));
        const auto opens = cells.moment("opens_at", m_project->zone);
        take("opens_at", fields.from, opens, momentOf(before.from), momentOf(opens));
        const auto closes = cells.moment("closes_at", m_project->zone);
        take("closes_at", fields.until, closes, momentOf(before.until), momentOf(closes));
        const auto delivered = cells.moment("delivered_by", m_project->zone);
        take("delivered_by", fields.deliveredBy, delivered, momentOf(before.deliveredBy), momentOf(delivered));
        const auto needsAddress = cells.flag("needs_address");
        take("needs_address", fields.needsAddress, needsAddress, flagOf(before.needsAddress), flagOf(needsAddress.value_or(false)));
        const auto addOn = cells.flag("add_on");
        take("add_on", fields.addOn, addOn, flagOf(before.addOn), flagOf(addOn.value_or(false)));
        // A file names things to send; what is in a reward with tickets is edited where its performance can be chosen.
        if (const auto item = cells.given("item"); item && (before.items.empty() || before.items.front().name != *item)) {
            if (before.items.size() > 1 || (!before.items.empty() && before.items.front().kind == domain::RewardItemKind::Ticket)) {
                row.fault = message("import.items").with("reward", before.title);
                return;
            }
            fields.items = std::vector<domain::RewardItem>{{domain::RewardItemKind::Merchandise, *item, 1, {}, {}, {}}};
            row.changes.push_back({cells.title("item"), before.items.empty() ? QString() : before.items.front().name, *item});
        }
        if (row.changes.empty())
            return;
        if (known) {
            EditReward edit;
            static_cast<RewardFields&>(edit) = fields;
            edit.rewardId = before.id;
            row.request = makeRequest(edit, owner());
            row.request->baseVersion = before.version;
        } else {
            AddReward add;
            static_cast<RewardFields&>(add) = fields;
            add.projectId = m_project->id;
            add.label = cells.text("reward");
            row.request = makeRequest(add, owner());
        }
    }

    void planDispatch(const ImportCells& cells, ImportRow& row)
    {
        const QString label = cells.text("pledge");
        row.what = label;
        row.isNew = true;
        if (label.isEmpty() || label.size() > domain::maxExternalIdLength) {
            row.fault = message("import.empty").with("column", cells.title("pledge"));
            return;
        }
        const auto pledge = m_campaigns.pledge(domain::idForExternal<domain::PledgeId>(m_workspace, label));
        if (!pledge || !(pledge->projectId == m_project->id)) {
            row.fault = message("pledge.not_found").with("pledge", label);
            return;
        }
        const auto backer = m_campaigns.contact(pledge->backer.uuid());
        row.what = backer && !backer->name.isEmpty() ? label + QStringLiteral(" · ") + backer->name : label;
        DispatchItems dispatch;
        dispatch.pledgeId = pledge->id;
        dispatch.carrier = cells.text("carrier");
        dispatch.tracking = cells.text("tracking");
        dispatch.note = cells.text("note");
        if (dispatch.tracking.isEmpty()) {
            row.fault = message("import.empty").with("column", cells.title("tracking"));
            return;
        }
        for (const char* column : {"carrier", "tracking", "note"}) {
            if (const auto cell = cells.given(column))
                row.changes.push_back({cells.title(column), {}, *cell});
        }
        row.request = makeRequest(dispatch, owner());
    }

    void planGuest(ImportCells& cells, ImportRow& row)
    {
        row.what = cells.text("name");
        row.isNew = true;
        if (row.what.isEmpty()) {
            row.fault = message("import.empty").with("column", cells.title("name"));
            return;
        }
        PlaceOrder order;
        // The same file twice asks for the same orders, and gives nobody a second ticket.
        order.nonce = QString::fromLatin1(m_fileHash) + u'-' + QString::number(row.line);
        order.lines = {{*m_target.offer, cells.count("tickets").value_or(1)}};
        order.buyerName = row.what;
        order.buyerEmail = cells.text("email");
        order.guestList = cells.text("guest_list");
        order.complimentary = cells.given("reason").value_or(order.guestList.isEmpty() ? QStringLiteral("guest list") : order.guestList);
        row.changes.push_back({m_offer, {}, QString::number(order.lines.front().quantity)});
        for (const char* column : {"email", "guest_list", "reason"}) {
            if (const auto cell = cells.given(column))
                row.changes.push_back({cells.title(column), {}, *cell});
        }
        row.request = makeRequest(order, owner());
    }

    const ImportTarget& m_target;
    store::Reader& m_reader;
    store::CampaignReader m_campaigns;
    domain::WorkspaceId m_workspace;
    std::optional<domain::Project> m_project;
    std::vector<Reward> m_rewards;
    QString m_offer;
    QByteArray m_fileHash;
};

/// Carries every row out and takes all of it back; rows that are refused get their reason.
Status rehearse(TableImport& import, Executor& executor, store::UnitOfWork& work)
{
    const store::UnitOfWork::Attempt whole(work); // never kept
    for (ImportRow& row : import.rows) {
        if (!row.request)
            continue;
        store::UnitOfWork::Attempt attempt(work);
        const Result<Outcome> outcome = executor.apply(*row.request, work);
        if (const Status status = work.status(); !status)
            return status;
        if (outcome) {
            attempt.keep();
        } else {
            row.fault = outcome.error().message;
            row.request.reset();
        }
    }
    return domain::done();
}

} // namespace

Result<report::TableFile> readImportFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return error(ErrorCode::Unavailable, message("file.unreadable").with("file", path).with("reason", file.errorString()));
    if (file.size() > mostImportBytes)
        return error(ErrorCode::Invalid, message("import.too_large").with("megabytes", mostImportBytes / 1'000'000));
    return report::readTable(file.readAll(), mostImportRows);
}

qint64 TableImport::faults() const
{
    return std::count_if(rows.begin(), rows.end(), [](const ImportRow& row) { return row.fault.has_value(); });
}

qint64 TableImport::changingRows() const
{
    return std::count_if(rows.begin(), rows.end(), [](const ImportRow& row) { return row.request.has_value(); });
}

Result<TableImport> previewImport(const ImportTarget& target, const report::TableFile& table, Executor& executor, store::UnitOfWork& work)
{
    TableImport import;
    const auto places = placesOf(target.kind, table.header, import.ignored);
    if (!places)
        return places.error();
    Planner planner(target, work.reader());
    if (const Status prepared = planner.prepare(table); !prepared)
        return prepared.error();
    for (const report::TableRow& cellsOfRow : table.rows) {
        ImportRow row;
        row.line = cellsOfRow.line;
        ImportCells cells(cellsOfRow, *places, table.header);
        planner.plan(cells, row);
        if (cells.fault())
            row.fault = cells.fault();
        if (row.fault)
            row.request.reset();
        import.rows.push_back(std::move(row));
    }
    if (const Status rehearsed = rehearse(import, executor, work); !rehearsed)
        return rehearsed.error();
    return import;
}

Status runImport(const TableImport& import, Executor& executor, store::UnitOfWork& work)
{
    if (import.faults() > 0)
        return error(ErrorCode::Refused, message("import.has_faults").with("count", import.faults()));
    for (const ImportRow& row : import.rows) {
        if (!row.request)
            continue;
        if (const Result<Outcome> outcome = executor.apply(*row.request, work); !outcome)
            return error(outcome.error().code, message("import.line").with("line", row.line).with("fault", outcome.error().message));
    }
    return domain::done();
}

} // namespace encore::commands
