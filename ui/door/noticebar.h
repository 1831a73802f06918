// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QProgressBar;
class QToolButton;

namespace encore::ui
{

/// One line about something that went wrong or takes a while, never in the way of a verdict.
class NoticeBar final : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);
    /// Goes by itself after a while.
    void showNotice(const QString& text);
    /// Stays until hideWork(); @p total of 0: nobody knows how long.
    void showWork(const QString& text, int finished, int total);
    void hideWork();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void cancelled(); ///< the work that is shown

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void dismiss();

    QLabel* m_label = nullptr;
    QProgressBar* m_progress = nullptr;
    QToolButton* m_close = nullptr;
    bool m_isWork = false;
    QTimer m_timer;
};

} // namespace encore::ui
