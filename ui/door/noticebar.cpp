// SPDX-License-Identifier: GPL-3.0-or-later
#include "noticebar.h"

#include "ui/common/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace encore::ui
{

NoticeBar::NoticeBar(QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("noticeBar"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * Theme::grid, Theme::grid / 2, Theme::grid, Theme::grid / 2);
    m_label = new QLabel(this);
    m_label->setObjectName(QStringLiteral("noticeLabel"));
    m_label->setWordWrap(true);
    layout->addWidget(m_label, 1);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("noticeProgressBar"));
    m_progress->setMaximumWidth(160);
    layout->addWidget(m_progress);
    m_close = new QToolButton(this);
    m_close->setObjectName(QStringLiteral("noticeCloseButton"));
    m_close->setText(QStringLiteral("✕"));
    m_close->setAutoRaise(true);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::dismiss);
    m_timer.setSingleShot(true);
    m_timer.setInterval(10'000);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    retranslate();
    hide();
}

QString NoticeBar::text() const
{
    return m_label->text();
}

void NoticeBar::showNotice(const QString& text)
{
    m_isWork = false;
    m_label->setText(text);
    setAccessibleName(text);
    m_progress->hide();
    retranslate();
    show();
    m_timer.start();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::showWork(const QString& text, int finished, int total)
{
    m_isWork = true;
    m_timer.stop();
    m_label->setText(text);
    m_progress->setRange(0, total);
    m_progress->setValue(finished);
    m_progress->show();
    retranslate();
    show();
}

void NoticeBar::hideWork()
{
    if (m_isWork)
        hide();
    m_isWork = false;
}

void NoticeBar::dismiss()
{
    if (m_isWork)
        Q_EMIT cancelled();
    m_isWork = false;
    hide();
}

void NoticeBar::retranslate()
{
    const QString text = m_isWork ? tr("Stop this") : tr("Close this notice");
    m_close->setToolTip(text);
    m_close->setAccessibleName(text);
}

void NoticeBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (!m_isWork)
            dismiss(); // its words are in the language before
    }
}

} // namespace encore::ui
