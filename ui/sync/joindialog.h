// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/formdialog.h"
#include "ui/common/syncservice.h"

namespace encore::ui
{

/// Asks how to come into a house: its address, and a code or e-mail and password.
class JoinDialog final : public FormDialog
{
    Q_OBJECT

public:
    enum class Kind {
        New, ///< a new workspace file becomes a desk
        Again, ///< this desk is let in anew
    };
    JoinDialog(SyncService& sync, Kind kind, const QString& deskName, Theme& theme, QWidget* parent);

Q_SIGNALS:
    void joined(const QString& path); ///< of the new workspace; empty: of this one

private:
    void build(const QString& deskName);
    void split(const QString& text);
    void refresh() override;
    void confirm() override;
    void answered(const domain::Status& status, const QString& path);
    [[nodiscard]] bool isByCode() const;
    [[nodiscard]] Joining joining() const;

    SyncService& m_sync;
    const Kind m_kind;
    QLineEdit* m_server = nullptr;
    QComboBox* m_way = nullptr;
    QLineEdit* m_code = nullptr;
    QLineEdit* m_email = nullptr;
    QLineEdit* m_password = nullptr;
    QLineEdit* m_deskName = nullptr;
    QLineEdit* m_passphrase = nullptr;
    QLineEdit* m_authorities = nullptr;
    QString m_fault;
    bool m_isBusy = false;
    bool m_isBuilt = false;
};

} // namespace encore::ui
