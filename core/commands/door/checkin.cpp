// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/door/checkin.h"

#include "commands/door/admitticket.h"
#include "commands/door/refuseticket.h"
#include "door/deciding.h"
#include "store/unitofwork.h"

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

/// How many scans share one durable commit: enough to pay for the disk, few enough that nobody waits for the others.
constexpr size_t scansPerCommit = 64;

} // namespace

Result<door::Verdict> CheckIn::look(const ScanInput& input, store::Reader& reader, domain::Instant now)
{
    Deciding deciding(input, reader, input.at.value_or(now));
    if (!deciding.status())
        return deciding.status().error();
    return deciding.next();
}

Result<door::Verdict> CheckIn::scan(const ScanInput& input, store::UnitOfWork& work)
{
    const domain::Instant at = input.at.value_or(m_executor.clock().now());
    if (input.overrideFull && !hasRight(input.actor.role, Right::Supervise))
        return error(ErrorCode::Forbidden, message("door.override_needs_supervisor"));
    Deciding deciding(input, work.reader(), at);
    if (!deciding.status())
        return deciding.status().error();
    if (input.lookOnly)
        return deciding.next();
    return input.people ? scanGroup(input, deciding, work) : scanOne(input, deciding, work);
}

namespace
{

store::Sight sightOf(const ScanInput& input, domain::TicketId signedId, const QString& deskName)
{
    store::Sight sight;
    sight.device = input.device.isEmpty() ? deskName : input.device;
    sight.gateId = input.gateId;
    sight.direction = input.direction;
    sight.signedId = signedId;
    return sight;
}

} // namespace

Result<door::Verdict> CheckIn::scanOne(const ScanInput& input, Deciding& deciding, store::UnitOfWork& work)
{
    const domain::Instant at = input.at.value_or(m_executor.clock().now());
    store::Sight sight = sightOf(input, deciding.signedId(), m_executor.deskName());
    if (!sight.signedId.isNull()) {
        const std::optional<store::Sight> last = work.reader().sight(sight);
        if (last && at.ms - last->at.ms >= 0 && at.ms - last->at.ms <= domain::sameScanWindowMs) {
            sight.at = at;
            sight.scanId = last->scanId;
            work.putSight(sight);
            return noted(deciding.own(), last->scanId);
        }
    }
    return record(input, deciding.next(), sight, work);
}

door::Verdict CheckIn::noted(door::Verdict verdict, domain::ScanId first)
{
    verdict.kind = door::VerdictKind::Noted;
    verdict.reason.reset();
    verdict.explanation = message("door.noted");
    verdict.firstAdmittedAt.reset();
    verdict.firstGateLabel.clear();
    verdict.openQuestions.clear();
    verdict.openQuestionLabels.clear();
    verdict.mayAdmitUnpaid = false;
    verdict.mayOverrideFull = false;
    verdict.scanId = first;
    return verdict;
}

Result<door::Verdict> CheckIn::scanGroup(const ScanInput& input, Deciding& deciding, store::UnitOfWork& work)
{
    const store::Sight sight = sightOf(input, deciding.signedId(), m_executor.deskName());
    door::Verdict verdict;
    {
        store::UnitOfWork::Attempt together(work);
        std::vector<domain::ScanId> scans;
        for (int person = 0; person < *input.people; ++person) {
            verdict = deciding.next();
            if (verdict.kind != door::VerdictKind::Admitted)
                break;
            const Result<door::Verdict> recorded = record(input, verdict, sight, work);
            if (!recorded)
                return recorded.error();
            scans.push_back(*recorded->scanId);
            deciding.passed();
        }
        if (verdict.kind == door::VerdictKind::Admitted) {
            together.keep();
            verdict.scanId = scans.back();
            scans.pop_back();
            verdict.earlierScanIds = scans;
            return verdict;
        }
    }
    // Not all of them may pass: nobody has, and the count is as it was.
    const Deciding before(input, work.reader(), verdict.at);
    verdict.group = before.own().group;
    return record(input, verdict, sight, work);
}

Result<door::Verdict> CheckIn::record(const ScanInput& input, door::Verdict verdict, store::Sight sight, store::UnitOfWork& work)
{
    const bool admitted = verdict.kind == door::VerdictKind::Admitted;
    const Result<domain::ScanId> scanId = admitted ? recordAdmission(input, verdict, work) : recordRefusal(input, verdict, work);
    if (!scanId)
        return scanId.error();
    verdict.scanId = *scanId;
    if (admitted) {
        sight.at = verdict.at;
        sight.scanId = *scanId;
        work.putSight(sight);
    }
    return verdict;
}

namespace
{

template<class C>
Result<domain::ScanId> apply(const C& command, const ScanInput& input, domain::Instant at, Executor& executor, store::UnitOfWork& work)
{
    CommandRequest request = makeRequest(command, input.actor);
    request.id = executor.makeCommandId();
    request.occurredAt = at;
    request.device = input.device;
    const Result<Outcome> outcome = executor.apply(request, work);
    if (!outcome)
        return outcome.error();
    return domain::idMadeBy<domain::ScanId>(outcome->commandId, 0);
}

} // namespace

Result<domain::ScanId> CheckIn::recordAdmission(const ScanInput& input, const door::Verdict& verdict, store::UnitOfWork& work)
{
    AdmitTicket command;
    command.ticketId = *verdict.ticketId;
    command.gateId = input.gateId;
    command.direction = input.direction;
    command.codeKind = ticket::codeKindText(verdict.codeKind);
    command.listed = verdict.listed;
    command.unpaidConfirmed = input.allowUnpaid;
    command.fullOverridden = input.overrideFull;
    command.note = input.ticketId ? input.reason.trimmed() : QString();
    for (const auto& [question, answer] : input.answers)
        command.answers.emplace(question.text(), answer);
    if (!verdict.listed) {
        const auto& catalogue = work.reader().catalogue();
        const auto idOf = [](const auto& map, const QString& label) -> std::optional<std::decay_t<decltype(map.begin()->first)>> {
            for (const auto& [id, value] : map) {
                if (!label.isEmpty() && value.label == label)
                    return id;
            }
            return std::nullopt;
        };
        command.productId = idOf(catalogue.products, verdict.productLabel);
        command.performanceId = idOf(catalogue.performances, verdict.performanceLabel);
    }
    return apply(command, input, verdict.at, m_executor, work);
}

Result<domain::ScanId> CheckIn::recordRefusal(const ScanInput& input, const door::Verdict& verdict, store::UnitOfWork& work)
{
    RefuseTicket command;
    command.ticketId = verdict.ticketId;
    command.gateId = input.gateId;
    command.direction = input.direction;
    command.reason = domain::enumText(*verdict.reason);
    command.codeKind = ticket::codeKindText(verdict.codeKind);
    return apply(command, input, verdict.at, m_executor, work);
}

Result<door::Verdict> CheckIn::scan(const ScanInput& input)
{
    return std::move(scanAll({input}).front());
}

std::vector<Result<door::Verdict>> CheckIn::scanAll(const std::vector<ScanInput>& inputs)
{
    std::vector<Result<door::Verdict>> verdicts;
    verdicts.reserve(inputs.size());
    for (size_t first = 0; first < inputs.size(); first += scansPerCommit) {
        const size_t last = std::min(inputs.size(), first + scansPerCommit);
        std::vector<std::optional<door::Verdict>> answers(last - first);
        std::vector<Executor::Step> steps;
        for (size_t i = first; i < last; ++i) {
            steps.push_back([this, &answers, &input = inputs[i], slot = i - first](store::UnitOfWork& work) -> Status {
                Result<door::Verdict> verdict = scan(input, work);
                if (!verdict)
                    return verdict.error();
                answers[slot] = std::move(verdict).value();
                return domain::done();
            });
        }
        const std::vector<Status> done = m_executor.runTogether(steps);
        for (size_t slot = 0; slot < done.size(); ++slot)
            verdicts.push_back(done[slot] ? Result<door::Verdict>(*answers[slot]) : Result<door::Verdict>(done[slot].error()));
    }
    return verdicts;
}

} // namespace encore::commands
