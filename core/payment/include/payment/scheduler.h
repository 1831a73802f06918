// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/leasedloop.h"
#include "payment/effectworker.h"

namespace encore::payment
{

/// Does by itself what time brings about: campaigns start and end, payments and refunds are asked for.
class Scheduler
{
public:
    Scheduler(const store::Workspace& workspace, QString deskName, const domain::Clock& clock, domain::RandomSource& random);

private:
    void turn(commands::Executor& executor, const std::function<bool()>& mayGoOn);

    const domain::Clock& m_clock;
    EffectWorker m_worker;
    int m_turns = 0;
    commands::LeasedLoop m_loop; ///< last: its thread uses the others
};

} // namespace encore::payment
