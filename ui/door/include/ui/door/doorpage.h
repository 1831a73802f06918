// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"
#include "ui/door/doordevices.h"

#include <memory>

namespace encore::ui
{

/// The Door screen: a ticket is held up, a verdict fills the screen, and the next may come at once (UX.md).
/// While it is shown its sources run; hidden, they stop, so that no other screen scans by accident.
class DoorPage final : public Page
{
    Q_OBJECT

public:
    DoorPage(const Services& services, Theme& theme, const DoorDevices& devices, QWidget* parent = nullptr);
    ~DoorPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QString pageId() const override;

    void reload(); ///< gates, performances and questions may have changed
    void showTicket(const QString& label); ///< in the search, ready to be admitted by name

Q_SIGNALS:
    void importWanted(); ///< there is nothing to scan yet
    void demoWanted();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace encore::ui
