// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/people/users.h"
#include "ui/common/formdialog.h"
#include "ui/common/syncservice.h"

namespace encore::ui
{

/// Somebody who may sign in: who they are, what they may do, and for somebody new a first password.
class UserDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// @p user absent: somebody new.
    UserDialog(PeopleService& people, const std::optional<commands::Users::Row>& user, Theme& theme, QWidget* parent);

Q_SIGNALS:
    void done();

private:
    void build();
    void refresh() override;
    void confirm() override;
    void answered(const domain::Status& status);
    [[nodiscard]] domain::Role role() const;

    PeopleService& m_people;
    const std::optional<commands::Users::Row> m_user;
    QLineEdit* m_email = nullptr;
    QLineEdit* m_called = nullptr;
    QLineEdit* m_label = nullptr;
    QComboBox* m_role = nullptr;
    QLineEdit* m_password = nullptr;
    QString m_fault;
    bool m_isBusy = false;
    bool m_isBuilt = false;
};

/// Asks which kind of device may come in, and shows the code by which it does.
class CodeDialog final : public FormDialog
{
    Q_OBJECT

public:
    CodeDialog(PeopleService& people, Theme& theme, QWidget* parent);

private:
    void refresh() override;
    void confirm() override;
    void showCode(const QString& text);

    PeopleService& m_people;
    QComboBox* m_role = nullptr;
    QLabel* m_picture = nullptr;
    QLabel* m_text = nullptr;
    QLineEdit* m_code = nullptr;
    QString m_fault;
    bool m_isBusy = false;
    bool m_isBuilt = false;
};

} // namespace encore::ui
