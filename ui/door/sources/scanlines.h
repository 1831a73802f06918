// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace encore::ui
{

/// Cuts what a serial scanner sends into codes: each ends with CR, LF or Tab, or where flush() says that there was
/// silence.
class ScanLines
{
public:
    static constexpr qsizetype longestCode = 8192; ///< bytes; more than any QR code holds, what is longer is cut

    [[nodiscard]] QStringList add(const QByteArray& bytes);
    [[nodiscard]] QStringList flush();
    [[nodiscard]] bool isEmpty() const { return m_rest.isEmpty(); }
    void clear() { m_rest.clear(); }

private:
    QByteArray m_rest;
};

} // namespace encore::ui
