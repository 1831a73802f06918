// SPDX-License-Identifier: GPL-3.0-or-later
#include "loop.h"

#include <algorithm>

namespace encore::simulation
{

QByteArray Chance::bytes(qsizetype count)
{
    QByteArray made(count, Qt::Uninitialized);
    for (char& byte : made)
        byte = char(m_engine() & 0xff);
    return made;
}

int Chance::below(int limit)
{
    return int(m_engine() % quint64(std::max(limit, 1)));
}

void Loop::after(qint64 ms, std::function<void()> then)
{
    m_due.push({m_now + std::max<qint64>(ms, 0), m_order++, std::move(then)});
}

void Loop::run(qint64 untilMs, const std::function<bool()>& enough)
{
    while (!m_due.empty() && m_due.top().atMs <= untilMs) {
        if (enough && enough())
            return;
        const Due due = m_due.top();
        m_due.pop();
        m_now = due.atMs;
        due.then();
    }
    if (!enough || !enough())
        m_now = std::max(m_now, untilMs);
}

} // namespace encore::simulation
