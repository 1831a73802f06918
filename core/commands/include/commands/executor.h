// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Guards I1: a command id takes effect once. The one way by which anything changes the world.

#include "commands/command.h"
#include "domain/random.h"
#include "domain/time.h"

#include <functional>
#include <vector>

namespace encore::store
{
struct OutboxItem;
class Reader;
class UnitOfWork;
}

namespace encore::commands
{

/// SHA-256 of deterministic CBOR of {name, schema_version, arguments, base_version}; @p arguments is canonical JSON.
[[nodiscard]] QByteArray bodyHash(const QByteArray& name, int schemaVersion, const QByteArray& arguments,
                                  const std::optional<qint64>& baseVersion);

/// Carries commands out on one writing connection; lives in that connection's thread.
class Executor
{
public:
    Executor(store::Reader& writer, QString deskName, const domain::Clock& clock, domain::RandomSource& random);

    /// One command in a transaction of its own.
    [[nodiscard]] domain::Result<Outcome> run(const CommandRequest& request);

    /// One command inside a unit that somebody else commits. After an error the unit must not be committed.
    [[nodiscard]] domain::Result<Outcome> apply(const CommandRequest& request, store::UnitOfWork& work);

    /// At a desk: does again what waits for the authority, on rows that are newer than they were, without putting it into the outbox
    /// again. What the rows were before, for UnitOfWork's taker-back; after an error nothing of it may stay.
    [[nodiscard]] domain::Result<QByteArray> applyAgain(const store::OutboxItem& item, store::UnitOfWork& work);

    using Step = std::function<domain::Status(store::UnitOfWork&)>;
    /// Several steps in one durable transaction (group commit), each answered by itself: where one fails, the batch is done again
    /// one by one, so that only that one is missing. Answers come after the commit.
    [[nodiscard]] std::vector<domain::Status> runTogether(const std::vector<Step>& steps);

    [[nodiscard]] store::Reader& reader() { return m_writer; }
    [[nodiscard]] domain::RandomSource& random() { return m_random; }
    [[nodiscard]] const domain::Clock& clock() const { return m_clock; }
    [[nodiscard]] domain::CommandId makeCommandId();
    [[nodiscard]] QString deskName() const { return m_deskName; }

private:
    [[nodiscard]] domain::Status runAlone(const Step& step);
    struct Done;
    [[nodiscard]] domain::Result<Done> carryOut(const CommandRequest& request, store::UnitOfWork& work);

    store::Reader& m_writer;
    QString m_deskName;
    const domain::Clock& m_clock;
    domain::RandomSource& m_random;
};

} // namespace encore::commands
