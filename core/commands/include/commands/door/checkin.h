// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/door/doorservice.h"
#include "commands/executor.h"
#include "store/records.h"

namespace encore::commands
{

class Deciding;

/// Decides on what was held up at a gate and records it: the decision and the fact stand in one transaction.
class CheckIn
{
public:
    explicit CheckIn(Executor& executor) : m_executor(executor) { }

    /// Inside a unit that the caller commits; so a batch can share one durable commit.
    [[nodiscard]] domain::Result<door::Verdict> scan(const ScanInput& input, store::UnitOfWork& work);

    /// One scan in a transaction of its own; the verdict comes after the commit.
    [[nodiscard]] domain::Result<door::Verdict> scan(const ScanInput& input);

    /// Many scans with few durable commits; verdicts in the order of the inputs, after their commit.
    [[nodiscard]] std::vector<domain::Result<door::Verdict>> scanAll(const std::vector<ScanInput>& inputs);

    /// The verdict as it would be; reads only.
    [[nodiscard]] static domain::Result<door::Verdict> look(const ScanInput& input, store::Reader& reader, domain::Instant now);

private:
    [[nodiscard]] domain::Result<door::Verdict> scanOne(const ScanInput& input, Deciding& deciding, store::UnitOfWork& work);
    [[nodiscard]] domain::Result<door::Verdict> scanGroup(const ScanInput& input, Deciding& deciding, store::UnitOfWork& work);
    [[nodiscard]] static door::Verdict noted(door::Verdict verdict, domain::ScanId first);
    [[nodiscard]] domain::Result<door::Verdict> record(const ScanInput& input, door::Verdict verdict, store::Sight sight,
                                                       store::UnitOfWork& work);
    [[nodiscard]] domain::Result<domain::ScanId> recordAdmission(const ScanInput& input, const door::Verdict& verdict,
                                                                 store::UnitOfWork& work);
    [[nodiscard]] domain::Result<domain::ScanId> recordRefusal(const ScanInput& input, const door::Verdict& verdict,
                                                               store::UnitOfWork& work);

    Executor& m_executor;
};

} // namespace encore::commands
