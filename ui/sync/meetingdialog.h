// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/formdialog.h"
#include "ui/common/syncservice.h"

namespace encore::ui
{

/// The way into a meeting of desks on their own network and out of it: one of them shows a code, the others scan, paste or type it.
class MeetingDialog final : public FormDialog
{
    Q_OBJECT

public:
    MeetingDialog(SyncService& sync, Theme& theme, QWidget* parent);

private:
    void build();
    void refresh() override;
    void confirm() override;
    void answered(const domain::Status& status);
    void showPicture();
    [[nodiscard]] bool isPoint() const;
    [[nodiscard]] bool isIn() const { return m_sync.meeting().part != MeetingStatus::Part::None; }

    SyncService& m_sync;
    QComboBox* m_way = nullptr;
    QLineEdit* m_code = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_picture = nullptr;
    QLineEdit* m_shown = nullptr;
    QPushButton* m_renew = nullptr;
    QString m_pictureOf; ///< which code the picture shows
    QString m_fault;
    bool m_isBusy = false;
    bool m_isBuilt = false;
};

} // namespace encore::ui
