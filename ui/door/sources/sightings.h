// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace encore::ui
{

/// Which sights of a code are worth telling: the code that stays in view once a second, so that the door's same-scan
/// window is prolonged, and a code at once where another one came between.
class Sightings
{
public:
    static constexpr qint64 everyMs = 1000;

    [[nodiscard]] bool isWorthTelling(const QString& code, qint64 atMs)
    {
        if (code == m_code && atMs - m_toldAt < everyMs)
            return false;
        m_code = code;
        m_toldAt = atMs;
        return true;
    }
    void clear() { m_code.clear(); }

private:
    QString m_code;
    qint64 m_toldAt = 0;
};

} // namespace encore::ui
