// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doormodels.h"
#include "historymodel.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace encore::ui
{

class SearchPanel;

/// The column beside the verdict, and all that a steward needs there: direction, one counter, search, the last scans, one dot.
class StewardPanel final : public QWidget
{
    Q_OBJECT

public:
    enum class Mode { Entry, Exit, LookOnly };

    StewardPanel(const Services& services, Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] SearchPanel* search() const { return m_search; }
    [[nodiscard]] HistoryModel* history() const { return m_history; }
    void setGateName(const QString& name);
    void setCount(qint64 inside, std::optional<int> capacity);
    void setReadiness(ReadinessModel::State state, const QString& worst);
    /// Opens the three reasons for the chosen scan, or for the newest that can be taken back.
    void chooseUndo();

Q_SIGNALS:
    void modeChosen(encore::ui::StewardPanel::Mode mode);
    void undoRequested(encore::domain::ScanId scan, const QString& reason);
    void supervisorRequested();
    void pictureRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHeader();
    void buildCounter();
    void buildModes();
    void buildHistory();
    void connectParts();
    void retranslate();
    void applyTheme();
    void elideGate();
    void markMode();
    void updateUndo();
    [[nodiscard]] int undoRow() const;

    Theme& m_theme;
    HistoryModel* m_history = nullptr;
    SearchPanel* m_search = nullptr;
    QString m_gateName;
    QLabel* m_gate = nullptr;
    QToolButton* m_readiness = nullptr;
    QToolButton* m_supervisor = nullptr;
    QLabel* m_inside = nullptr;
    QLabel* m_capacity = nullptr;
    QProgressBar* m_fill = nullptr;
    QButtonGroup* m_modes = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_historyPage = nullptr;
    QLabel* m_historyTitle = nullptr;
    QLabel* m_historyEmpty = nullptr;
    QListView* m_historyList = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_picture = nullptr;
    qint64 m_insideCount = -1;
    std::optional<int> m_capacityCount;
    ReadinessModel::State m_state = ReadinessModel::State::NotReady;
    QString m_worst;
};

} // namespace encore::ui
