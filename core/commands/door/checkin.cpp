// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/door/checkin.h"

#include "commands/door/admitticket.h"
#include "commands/door/refuseticket.h"
#include "door/facts.h"
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

door::Request requestOf(const ScanInput& input, domain::Instant at)
{
    door::Request request;
    request.direction = input.direction;
    request.at = at;
    request.allowUnpaid = input.allowUnpaid;
    request.overrideFull = input.overrideFull;
    request.answers = input.answers;
    request.performanceIds = input.performanceIds;
    return request;
}

} // namespace

Result<door::Verdict> CheckIn::look(const ScanInput& input, store::Reader& reader, domain::Instant now)
{
    const Result<DoorFacts> facts = gatherFacts(input, reader);
    if (!facts)
        return facts.error();
    return door::decide(facts->match, facts->place, requestOf(input, input.at.value_or(now)));
}

Result<door::Verdict> CheckIn::scan(const ScanInput& input, store::UnitOfWork& work)
{
    const domain::Instant at = input.at.value_or(m_executor.clock().now());
    if (input.overrideFull && !hasRight(input.actor.role, Right::Supervise))
        return error(ErrorCode::Forbidden, message("door.override_needs_supervisor"));
    const Result<DoorFacts> facts = gatherFacts(input, work.reader());
    if (!facts)
        return facts.error();
    door::Verdict verdict = door::decide(facts->match, facts->place, requestOf(input, at));
    if (input.lookOnly)
        return verdict;
    return record(input, at, facts->signedId, std::move(verdict), work);
}

Result<door::Verdict> CheckIn::record(const ScanInput& input, domain::Instant at, domain::TicketId signedId, door::Verdict verdict,
                                      store::UnitOfWork& work)
{
    store::Sight sight;
    sight.device = input.device.isEmpty() ? m_executor.deskName() : input.device;
    sight.gateId = input.gateId;
    sight.direction = input.direction;
    sight.signedId = signedId;
    if (!signedId.isNull()) {
        const std::optional<store::Sight> last = work.reader().sight(sight);
        if (last && at.ms - last->at.ms >= 0 && at.ms - last->at.ms <= domain::sameScanWindowMs) {
            sight.at = at;
            sight.scanId = last->scanId;
            work.putSight(sight);
            verdict.kind = door::VerdictKind::Noted;
            verdict.reason.reset();
            verdict.explanation = message("door.noted");
            verdict.firstAdmittedAt.reset();
            verdict.firstGateLabel.clear();
            verdict.openQuestions.clear();
            verdict.openQuestionLabels.clear();
            verdict.mayAdmitUnpaid = false;
            verdict.mayOverrideFull = false;
            verdict.scanId = last->scanId;
            return verdict;
        }
    }
    const bool admitted = verdict.kind == door::VerdictKind::Admitted;
    const Result<domain::ScanId> scanId = admitted ? recordAdmission(input, verdict, work) : recordRefusal(input, verdict, work);
    if (!scanId)
        return scanId.error();
    verdict.scanId = *scanId;
    if (admitted) {
        sight.at = at;
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
