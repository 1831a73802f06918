// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doormodels.h"
#include "ui/common/services.h"

#include <QDialog>

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace encore::ui
{

class DoorSession;

/// Takes in what was ticked on paper: a guest by name, ticket, order or seat, and the time. Each becomes a scan at its own time.
class PaperTicksDialog final : public QDialog
{
    Q_OBJECT

public:
    PaperTicksDialog(const Services& services, DoorSession& session, const domain::EventZone& zone, QWidget* parent = nullptr);
    [[nodiscard]] PaperTickModel* model() const { return m_model; }

Q_SIGNALS:
    void entered();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void find();
    void take(const QString& text, const domain::Result<std::vector<commands::FindTickets::Row>>& found);
    void addTick(const commands::FindTickets::Row& ticket);
    void removeTick();
    void enterAll();
    void enterNext();
    void updateButtons();

    Services m_services;
    DoorSession& m_session;
    domain::EventZone m_zone;
    PaperTickModel* m_model = nullptr;
    std::vector<commands::FindTickets::Row> m_found;
    int m_asked = 0;
    bool m_isEntering = false;

    QLabel* m_intro = nullptr;
    QLineEdit* m_guest = nullptr;
    QDateTimeEdit* m_time = nullptr;
    QPushButton* m_add = nullptr;
    QComboBox* m_choice = nullptr;
    QLabel* m_state = nullptr;
    QTableView* m_table = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_enter = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace encore::ui
