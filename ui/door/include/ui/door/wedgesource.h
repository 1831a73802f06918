// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/door/scansource.h"

#include <memory>

namespace encore::ui
{

/// Scanners that type like a keyboard. They are told from people by timing alone, whatever has the focus: keys are held
/// back for at most 60 ms; a burst becomes a code and leaves no trace in a text field, anything else goes on unchanged
/// and in order. While it is active, shortcuts of one printable key without Ctrl or Alt do not fire (the first key of a
/// burst would be one).
class WedgeSource final : public ScanSource
{
    Q_OBJECT

public:
    /// @p watched: the application (every window), a window, or a widget (its window). It must outlive the source.
    explicit WedgeSource(QObject* watched, QObject* parent = nullptr);
    ~WedgeSource() override;

    [[nodiscard]] QString label() const override;
    [[nodiscard]] bool isActive() const override;
    void start() override;
    void stop() override;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Filter;
    std::unique_ptr<Filter> m_filter;
};

} // namespace encore::ui
