// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/outgoing/outgoing.h"
#include "ui/common/formdialog.h"
#include "ui/common/services.h"

namespace encore::ui
{

/// Asks where a letter goes to, and gives the command that sends it. What is wrong with the address stands below it before anything is
/// given; what the house refuses, after that.
class RecipientDialog final : public FormDialog
{
    Q_OBJECT

public:
    struct Asking {
        QString name; ///< begins the names of its controls
        Words heading;
        Words text;
        Words hint;
        Words confirm;
        bool isNeeded = true;
        std::function<commands::CommandRequest(const QString& address)> request; ///< empty: as it was
    };
    RecipientDialog(const Asking& asking, const Services& services, Theme& theme, QWidget* parent = nullptr);

    /// Sends a letter that did not arrive once more, to a mended address where one is typed.
    [[nodiscard]] static RecipientDialog* sendAgain(const commands::Messages::Row& letter, const Services& services, Theme& theme, QWidget* parent);

Q_SIGNALS:
    void given(); ///< and taken

protected:
    void refresh() override;
    void confirm() override;

private:
    Services m_services;
    Asking m_asking;
    QLineEdit* m_address = nullptr;
};

} // namespace encore::ui
