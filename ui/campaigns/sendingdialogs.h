// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/fulfilment/fulfilment.h"
#include "ui/common/formdialog.h"

class QSpinBox;

namespace encore::ui
{

/// Asks where a pledge's things go.
class AddressDialog final : public FormDialog
{
    Q_OBJECT

public:
    AddressDialog(const domain::DeliveryAddress& address, Theme& theme, QWidget* parent);

    [[nodiscard]] domain::DeliveryAddress address() const;

private:
    void refresh() override;

    QLineEdit* m_receiver = nullptr;
    QLineEdit* m_phone = nullptr;
    QLineEdit* m_postalCode = nullptr;
    QLineEdit* m_country = nullptr;
    QLineEdit* m_city = nullptr;
    QLineEdit* m_region = nullptr;
    QLineEdit* m_street = nullptr;
    QLineEdit* m_details = nullptr;
    QLineEdit* m_note = nullptr;
};

/// Asks what has left the house, with whom and under which number.
class DispatchDialog final : public FormDialog
{
    Q_OBJECT

public:
    DispatchDialog(const commands::PackingRow& row, const QString& lastCarrier, Theme& theme, QWidget* parent);

    [[nodiscard]] commands::DispatchItems command() const;

private:
    void refresh() override;

    const commands::PackingRow m_row;
    std::vector<std::pair<domain::PledgedItem, QSpinBox*>> m_quantities; ///< of what is open
    QLineEdit* m_carrier = nullptr;
    QLineEdit* m_tracking = nullptr;
    QLineEdit* m_note = nullptr;
};

} // namespace encore::ui
