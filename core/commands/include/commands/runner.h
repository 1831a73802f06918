// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What screens hold instead of a store. Both answer later, on the caller's thread; nothing here blocks.

#include "commands/command.h"
#include "commands/query.h"

#include <any>
#include <functional>
#include <memory>

class QObject;

namespace encore::commands
{

class CommandRunner
{
public:
    CommandRunner() = default;
    virtual ~CommandRunner() = default;
    Q_DISABLE_COPY_MOVE(CommandRunner)

    using Answer = std::function<void(const domain::Result<Outcome>&)>;
    /// @p answer is called on the thread of @p receiver, and not at all once @p receiver is gone.
    virtual void run(const CommandRequest& request, QObject* receiver, Answer answer) = 0;
};

class QueryRunner
{
public:
    QueryRunner() = default;
    virtual ~QueryRunner() = default;
    Q_DISABLE_COPY_MOVE(QueryRunner)

    /// Asks with types kept: the rows arrive on the thread of @p receiver, and not at all once it is gone.
    template<Query Q>
    void ask(const Q& query, QObject* receiver, std::function<void(const domain::Result<std::vector<typename Q::Row>>&)> answer)
    {
        using Rows = domain::Result<std::vector<typename Q::Row>>;
        const Delivery deliver
            = [answer = std::move(answer)](const std::shared_ptr<void>& rows) { answer(*static_cast<const Rows*>(rows.get())); };
        if (!deliverWithoutReader(Q::name, std::any(query), receiver, deliver)) {
            runOnReader(
                [query](const QueryContext& context) -> std::shared_ptr<void> { return std::make_shared<Rows>(query.ask(context)); },
                receiver, deliver);
        }
    }

protected:
    using Work = std::function<std::shared_ptr<void>(const QueryContext&)>;
    using Delivery = std::function<void(const std::shared_ptr<void>&)>;
    virtual void runOnReader(Work work, QObject* receiver, Delivery deliver) = 0;
    /// For a stand-in without a store (screens' tests): shown the question, it may deliver a Result<vector<Row>> of its own and say true.
    [[nodiscard]] virtual bool deliverWithoutReader(const char* /*name*/, const std::any& /*query*/, QObject* /*receiver*/,
                                                    const Delivery& /*deliver*/)
    {
        return false;
    }
};

} // namespace encore::commands
