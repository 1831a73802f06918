// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/scanlines.h"

namespace encore::ui
{

QStringList ScanLines::add(const QByteArray& bytes)
{
    QStringList codes;
    for (const char byte : bytes) {
        if (byte == '\r' || byte == '\n' || byte == '\t')
            codes += flush();
        else if (m_rest.size() < longestCode)
            m_rest.append(byte);
    }
    return codes;
}

QStringList ScanLines::flush()
{
    if (m_rest.isEmpty())
        return {};
    return {QString::fromUtf8(std::exchange(m_rest, {}))};
}

} // namespace encore::ui
